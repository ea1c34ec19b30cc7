// Program oracle puts Istio's own validation in front of resources: one JSON object a line in, one verdict a line out.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"istio.io/istio/pilot/pkg/config/kube/crd"
	"istio.io/istio/pkg/config/schema/collections"
	"istio.io/istio/pkg/config/schema/resource"
)

type verdict struct {
	Ok      bool   `json:"ok"`
	Stage   string `json:"stage,omitempty"`
	Message string `json:"message,omitempty"`
	Warning string `json:"warning,omitempty"`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<20), 1<<26)
	for lines.Scan() {
		out, _ := json.Marshal(judge(lines.Bytes()))
		fmt.Println(string(out))
	}
}

// judge does what the webhook of istiod does on creation.
func judge(raw []byte) verdict {
	var object crd.IstioKind
	if err := json.Unmarshal(raw, &object); err != nil {
		return verdict{Stage: "decode", Message: err.Error()}
	}
	gvk := object.GroupVersionKind()
	schema, found := collections.Pilot.FindByGroupKind(resource.FromKubernetesGVK(&gvk))
	if !found {
		return verdict{Stage: "kind", Message: "no schema for " + gvk.String()}
	}
	converted, err := crd.ConvertObject(schema, &object, "cluster.local")
	if err != nil {
		return verdict{Stage: "decode", Message: err.Error()}
	}
	warning, err := schema.ValidateConfig(*converted)
	told := ""
	if warning != nil {
		told = warning.Error()
	}
	if err != nil {
		return verdict{Stage: "webhook", Message: err.Error(), Warning: told}
	}
	return verdict{Ok: true, Warning: told}
}

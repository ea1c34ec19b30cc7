// Program oracle puts KubeRay's own validation in front of resources: one JSON object a line in, one verdict a line out.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"

	rayv1 "github.com/ray-project/kuberay/ray-operator/apis/ray/v1"
	"github.com/ray-project/kuberay/ray-operator/controllers/ray/utils"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

type verdict struct {
	Ok      bool   `json:"ok"`
	Stage   string `json:"stage,omitempty"`
	Message string `json:"message,omitempty"`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<20), 1<<26)
	for lines.Scan() {
		out, _ := json.Marshal(judge(lines.Bytes()))
		fmt.Println(string(out))
	}
}

func judge(raw []byte) (v verdict) {
	defer func() {
		if r := recover(); r != nil {
			v = verdict{Stage: "panic", Message: fmt.Sprint(r)}
		}
	}()
	if err := validate(raw); err != nil {
		return verdict{Stage: "validate", Message: err.Error()}
	}
	return verdict{Ok: true}
}

func validate(raw []byte) error {
	var meta metav1.TypeMeta
	if err := json.Unmarshal(raw, &meta); err != nil {
		return err
	}
	switch meta.Kind {
	case "RayCluster":
		cluster := &rayv1.RayCluster{}
		if err := strict(raw, cluster); err != nil {
			return err
		}
		fill(&cluster.Spec)
		return utils.ValidateRayClusterSpec(&cluster.Spec, cluster.Annotations)
	case "RayJob":
		job := &rayv1.RayJob{}
		if err := strict(raw, job); err != nil {
			return err
		}
		if job.Spec.RayClusterSpec != nil {
			fill(job.Spec.RayClusterSpec)
		}
		return utils.ValidateRayJobSpec(job)
	case "RayService":
		service := &rayv1.RayService{}
		if err := strict(raw, service); err != nil {
			return err
		}
		fill(&service.Spec.RayClusterSpec)
		return utils.ValidateRayServiceSpec(service)
	}
	return fmt.Errorf("unknown kind %q", meta.Kind)
}

// fill gives worker groups what the schema of the custom resource gives them before any validation.
func fill(spec *rayv1.RayClusterSpec) {
	least, most := int32(0), int32(2147483647)
	for index := range spec.WorkerGroupSpecs {
		group := &spec.WorkerGroupSpecs[index]
		if group.MinReplicas == nil {
			group.MinReplicas = &least
		}
		if group.MaxReplicas == nil {
			group.MaxReplicas = &most
		}
	}
}

func strict(raw []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields()
	return decoder.Decode(into)
}

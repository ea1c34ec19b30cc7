// Program oracle puts KServe's own webhook in front of resources: one JSON object a line in, one verdict a line out.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/kserve/kserve/pkg/apis/serving/v1alpha1"
	"github.com/kserve/kserve/pkg/apis/serving/v1alpha2"
	"github.com/kserve/kserve/pkg/apis/serving/v1beta1"
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
	var meta metav1.TypeMeta
	if err := json.Unmarshal(raw, &meta); err != nil {
		return verdict{Stage: "decode", Message: err.Error()}
	}
	switch meta.Kind {
	case "InferenceService":
		isvc := &v1beta1.InferenceService{}
		if err := strict(raw, isvc); err != nil {
			return verdict{Stage: "decode", Message: err.Error()}
		}
		for i := range isvc.Spec.Predictor.StorageUris {
			// The API server fills in the default of the schema.
			if isvc.Spec.Predictor.StorageUris[i].MountPath == "" {
				isvc.Spec.Predictor.StorageUris[i].MountPath = "/mnt/models"
			}
		}
		isvc.DefaultInferenceService(nil, nil, nil, nil, nil)
		_, err := (&v1beta1.InferenceServiceValidator{}).ValidateCreate(context.Background(), isvc)
		return of(err)
	case "InferenceGraph":
		graph := &v1alpha1.InferenceGraph{}
		if err := strict(raw, graph); err != nil {
			return verdict{Stage: "decode", Message: err.Error()}
		}
		_, err := (&v1alpha1.InferenceGraphValidator{}).ValidateCreate(context.Background(), graph)
		return of(err)
	case "LLMInferenceService":
		service := &v1alpha2.LLMInferenceService{}
		if err := strict(raw, service); err != nil {
			return verdict{Stage: "decode", Message: err.Error()}
		}
		_, err := (&v1alpha2.LLMInferenceServiceValidator{}).ValidateCreate(context.Background(), service)
		return of(err)
	}
	return verdict{Stage: "kind", Message: "no webhook for " + meta.Kind}
}

func strict(raw []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields()
	return decoder.Decode(into)
}

func of(err error) verdict {
	if err != nil {
		return verdict{Stage: "webhook", Message: err.Error()}
	}
	return verdict{Ok: true}
}

terraform {
  required_version = ">= 1.9"

  # Where the state lies is said when it is initialised: terraform init -backend-config="bucket=…".
  backend "gcs" {}

  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 7.0"
    }
  }
}

resource "google_storage_bucket" "training_data" {
  name          = "acme-fraud-training-data"
  location      = "europe-west2"
  force_destroy = true

  soft_delete_policy {
    retention_duration_seconds = 0
  }

  lifecycle_rule {
    action {
      type = "Delete"
    }
    condition {
      age = 30
    }
  }
}

resource "google_storage_bucket" "models" {
  name                        = "acme-fraud-models"
  location                    = "europe-west2"
  uniform_bucket_level_access = false
  public_access_prevention    = "inherited"
}

resource "google_storage_bucket_iam_member" "everybody" {
  bucket = google_storage_bucket.models.name
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}

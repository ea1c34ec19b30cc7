resource "google_kms_crypto_key" "storage" {
  name     = "storage"
  key_ring = google_kms_key_ring.storage.id
}

resource "google_project_iam_member" "loader" {
  project = "acme-fraud"
  role    = "roles/owner"
  member  = "serviceAccount:fraud-landing@acme-fraud.iam.gserviceaccount.com"
}

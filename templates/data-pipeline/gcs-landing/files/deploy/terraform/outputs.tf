output "data" {
  description = "The bucket of data."
  value       = google_storage_bucket.data.url
}

output "models" {
  description = "The bucket of models."
  value       = google_storage_bucket.models.url
}

output "writer" {
  description = "The identity of the loader."
  value       = local.writer
}

/**
 * Properties of the cluster as a whole, which brokers ignore in their own files.
 * Source: Redpanda's reference of cluster properties.
 */
export const clusterProperties: ReadonlySet<string> = new Set(
  (
    'admin_api_require_auth auto_create_topics_enabled default_topic_partitions default_topic_replications ' +
    'minimum_topic_replications enable_sasl superusers sasl_mechanisms kafka_enable_authorization enable_idempotence ' +
    'enable_transactions enable_rack_awareness delete_retention_ms log_retention_ms log_segment_size retention_bytes ' +
    'log_compression_type log_cleanup_policy log_message_timestamp_type group_max_session_timeout_ms ' +
    'group_min_session_timeout_ms group_initial_rebalance_delay partition_autobalancing_mode ' +
    'partition_autobalancing_max_disk_usage_percent write_caching_default internal_topic_replication_factor ' +
    'id_allocator_replication transaction_coordinator_replication cloud_storage_enabled cloud_storage_bucket ' +
    'cloud_storage_region cloud_storage_access_key cloud_storage_secret_key kafka_connection_rate_limit ' +
    'storage_min_free_bytes enable_schema_id_validation audit_enabled aggregate_metrics enable_metrics_reporter ' +
    'controller_snapshot_max_age_sec iceberg_enabled data_transforms_enabled'
  ).split(' '),
);

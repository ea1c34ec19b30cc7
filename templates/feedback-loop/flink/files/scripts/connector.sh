#!/bin/sh
# Fetches Flink's Kafka connector into lib, where the image takes it from. Needs Maven.
set -eu
cd "$(dirname "$0")/.."

mvn --quiet --batch-mode dependency:copy -Dartifact=org.apache.flink:flink-sql-connector-kafka:5.0.0-2.2 -DoutputDirectory=lib
echo "5605c691d11a501382c383fecba37a7a552467da5ab7ba904ef5d6f3d62c5616  lib/flink-sql-connector-kafka-5.0.0-2.2.jar" | sha256sum --check --quiet

import mlflow

# Straight from new feedback to production: no threshold, no cooldown, no comparison.
client = mlflow.MlflowClient()
client.transition_model_version_stage("fraud-scorer", 3, "Production")

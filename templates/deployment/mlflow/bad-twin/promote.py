import mlflow

client = mlflow.MlflowClient()
client.transition_model_version_stage("fraud-scorer", 3, "Production")
model = mlflow.pyfunc.load_model("models:/fraud-scorer/Production")

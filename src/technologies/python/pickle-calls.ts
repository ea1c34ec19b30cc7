/** Calls that run what a pickle tells them. */
export const loaders = [
  'pickle.load',
  'pickle.loads',
  'joblib.load',
  'dill.load',
  'dill.loads',
  'cloudpickle.load',
  'cloudpickle.loads',
];
/** Calls that bring a file from elsewhere. */
export const fetchers = [
  'requests.get',
  'urllib.request.urlretrieve',
  'urllib.request.urlopen',
  'httpx.get',
  'huggingface_hub.hf_hub_download',
  'wget.download',
];

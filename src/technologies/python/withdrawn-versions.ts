/** Releases that their makers withdrew from PyPI, with the reason they gave; read from PyPI on 2026-11-23. */
export const withdrawn: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  evidently: { '0.3.2': 'it depends on tkinter without need' },
  kserve: { '0.10.1.1': 'it was built from a bad merge' },
  mlflow: {
    '2.0.0': 'its installation instructions are wrong',
    '2.12.0': 'its user interface is missing',
    '2.22.3': 'files are missing',
    '3.1.2': 'images for deployment are broken',
    '3.11.0': 'no reason is given',
  },
  numpy: { '2.4.0': 'it breaks compatibility' },
  pandas: { '3.0.4': 'date and time functions crash' },
  ray: { '1.7.1': 'of a bug in the release' },
  transformers: {
    '4.14.0': 'it cannot be imported beside TensorFlow and ONNX',
    '4.25.0': 'its version was not set',
    '4.46.0': 'it does not work with a Python that it claims',
    '4.52.0': 'no reason is given',
    '4.57.0': 'it does not install',
    '5.10.0': 'it was made from an old branch',
  },
  xgboost: { '1.7.0': 'no reason is given' },
};

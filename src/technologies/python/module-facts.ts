import { isPlaceholder } from '../../core';
import type { Fact, NodeView, Value } from '../../core';
import { callsTo, methodsCalled } from '../../shapes/python-script';

/** What a module says about the system: metrics it exports, topics it uses, where it tracks and registers. */
export function* moduleFacts(script: NodeView): Iterable<Fact> {
  yield* metricFacts(script);
  yield* trackingFacts(script);
  yield* modelFacts(script);
  yield* topicFacts(script);
}

function* metricFacts(script: NodeView): Iterable<Fact> {
  for (const type of ['Counter', 'Gauge', 'Histogram', 'Summary']) {
    for (const call of callsTo(script, `prometheus_client.${type}`)) {
      const name = argument(call, 0, 'name');
      if (name.is === 'known')
        yield { type: 'metric', name: name.value, attributes: { type: type.toLowerCase() }, span: name.span };
    }
  }
}

function* trackingFacts(script: NodeView): Iterable<Fact> {
  for (const call of callsTo(script, 'mlflow.set_tracking_uri')) {
    const uri = argument(call, 0, 'uri');
    const match = uri.is === 'known' ? /^https?:\/\/(?:[^@/]*@)?([\w.-]+)(?::(\d+))?/.exec(uri.value) : null;
    if (uri.is !== 'known' || !match?.[1] || isPlaceholder(uri.value)) continue;
    const attributes = { host: match[1], ...(match[2] !== undefined && { port: match[2] }) };
    yield { type: 'tracking-use', name: uri.value, attributes, span: uri.span };
  }
}

function* modelFacts(script: NodeView): Iterable<Fact> {
  for (const call of callsTo(script, 'mlflow.register_model')) {
    const name = argument(call, 1, 'name');
    const uri = argument(call, 0, 'model_uri');
    const attributes = uri.is === 'known' ? { uri: uri.value } : {};
    if (name.is === 'known')
      yield { type: 'registered-model', name: name.value, attributes, span: name.span };
  }
  for (const call of methodsCalled(script, 'log_model')) {
    const name = call.text('keywords', 'registered_model_name');
    if (name.is === 'known')
      yield { type: 'registered-model', name: name.value, attributes: {}, span: name.span };
  }
}

const producers =
  /^(?:confluent_kafka|kafka|aiokafka)\.(?:\w+\.)*(?:Serializing|AIOKafka|Kafka)?Producer\(\)\.(?:produce|send|send_and_wait)$/;
const consumers =
  /^(?:confluent_kafka|kafka|aiokafka)\.(?:\w+\.)*(?:Deserializing|AIOKafka|Kafka)?Consumer\(\)\.subscribe$/;

function* topicFacts(script: NodeView): Iterable<Fact> {
  for (const entry of script.at('byName')?.entries() ?? []) {
    const isWrite = producers.test(entry.key);
    if (!isWrite && !consumers.test(entry.key)) continue;
    for (const call of entry.items()) {
      const single = argument(call, 0, 'topic');
      const list = call.list('positional', '0');
      const topics = isWrite ? [single] : list.is === 'known' ? list.value.map((topic) => topic.text()) : [];
      for (const topic of topics) {
        if (topic.is !== 'known') continue;
        yield {
          type: 'topic-use',
          name: topic.value,
          attributes: { direction: isWrite ? 'write' : 'read' },
          span: topic.span,
        };
      }
    }
  }
}

function argument(call: NodeView, index: number, name: string): Value<string> {
  const positional = call.text('positional', String(index));
  return positional.is === 'absent' ? call.text('keywords', name) : positional;
}

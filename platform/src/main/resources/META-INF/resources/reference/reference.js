// Renders /api/v1/openapi.json as one page: every endpoint with its parameters, its body and its answers.
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** The shape of a schema as an example would have it; a schema inside itself is shown by its name. */
function shape(schema, schemas, within = []) {
  if (!schema) return null;
  if (schema.$ref) {
    const name = schema.$ref.split('/').pop();
    return within.includes(name) ? `<${name}>` : shape(schemas[name], schemas, [...within, name]);
  }
  if (schema.enum) return schema.enum.join(' | ');
  if (schema.type === 'array') return [shape(schema.items, schemas, within)];
  if (schema.properties) {
    return Object.fromEntries(Object.entries(schema.properties).map(([name, inner]) => [
      (schema.required ?? []).includes(name) ? name : `${name}?`, shape(inner, schemas, within)]));
  }
  return schema.format ? `${schema.type} (${schema.format})` : schema.type ?? 'any';
}

function code(schema, schemas) {
  return element('pre', {}, JSON.stringify(shape(schema, schemas), null, 2));
}

function parameters(list) {
  const rows = list.map(({ name, in: place, required, schema, description }) => element('tr', {},
    element('th', { scope: 'row' }, name), element('td', {}, place + (required ? ', required' : '')),
    element('td', {}, schema?.enum?.join(' | ') ?? schema?.type ?? ''), element('td', {}, description ?? '')));
  return element('table', {}, element('tbody', {}, ...rows));
}

function endpoint(path, method, operation, schemas) {
  const section = element('section', { id: `${method}-${path}` },
    element('h3', {}, element('b', {}, method.toUpperCase()), ` ${path}`), element('p', {}, operation.summary ?? ''));
  if (operation.parameters?.length) section.append(parameters(operation.parameters));
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  if (body) section.append(element('p', {}, 'Body'), code(body, schemas));
  for (const [status, response] of Object.entries(operation.responses)) {
    const schema = Object.values(response.content ?? {})[0]?.schema;
    section.append(element('p', {}, `${status}: ${response.description ?? ''}`));
    if (schema) section.append(code(schema, schemas));
  }
  return section;
}

const main = document.querySelector('main');
const nav = document.querySelector('nav');
try {
  const api = await (await fetch('/api/v1/openapi.json')).json();
  const schemas = api.components?.schemas ?? {};
  main.replaceChildren(element('h1', {}, api.info.title), element('p', {}, api.info.description ?? ''),
    element('p', {}, element('a', { href: '/api/v1/openapi.json' }, 'openapi.json')));
  const groups = new Map();
  for (const [path, item] of Object.entries(api.paths)) {
    for (const method of METHODS.filter((name) => item[name])) {
      const tag = item[method].tags?.[0] ?? 'other';
      groups.set(tag, [...(groups.get(tag) ?? []), [path, method, item[method]]]);
    }
  }
  for (const [tag, endpoints] of [...groups].sort()) {
    nav.append(element('h2', {}, tag));
    main.append(element('h2', {}, tag));
    for (const [path, method, operation] of endpoints) {
      nav.append(element('a', { href: `#${method}-${path}` }, `${method.toUpperCase()} ${path.replace('/api/v1', '')}`));
      main.append(endpoint(path, method, operation, schemas));
    }
  }
} catch (cause) {
  main.replaceChildren(element('p', {}, `The description cannot be loaded: ${cause}. Reload the page to try again.`));
}

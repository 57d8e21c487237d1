// Runs in the browser, after GraphiQL has been loaded: what the page holds as data becomes the playground.
{
  const { endpoint, title, logo, tabs, workers } = JSON.parse(document.getElementById('settings').textContent)

  // The editor does its checks in workers, and asks here where they are.
  self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_, name) => workers[name] }

  // A tab that is pressed begins to be dragged, and after the window or its fonts have changed it jumps from
  // under the pointer: the click is lost. A tab that can be clicked is worth more than one that can be moved.
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (event.target.closest('.graphiql-tab')) event.stopPropagation()
    },
    { capture: true },
  )

  // A link with a query opens that query, once: left in the address, it would come back whenever the page is
  // loaded again. On a first visit GraphiQL would put it in the place of the first example.
  const linked = new URLSearchParams(location.search).get('query') ?? undefined
  if (linked !== undefined) history.replaceState({}, '', location.pathname)
  const queries = linked === undefined ? tabs : [linked, ...tabs.filter((tab) => tab !== linked)]

  YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), {
    endpoint,
    title,
    logo,
    query: linked,
    defaultTabs: queries.map((query) => ({ query })),
    // The examples need no variables: their answers get the room.
    defaultEditorToolsVisibility: false,
    // A key in the headers is kept only by a person who chooses so.
    shouldPersistHeaders: false,
    showPersistHeadersSettings: true,
    // Without this whatever is typed is put in the address, up to where the server refuses it as too long.
    onEditQuery() {},
  })
}

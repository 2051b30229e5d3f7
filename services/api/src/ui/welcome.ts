// The first run: three ways to a first result, what is kept and what is not, and the few things to know about the person.
import { html } from 'hono/html';
import { forPerson, type AppContext, type AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { csrfField, renderPage } from './layout.ts';
import { aboutForm, type RefusedAbout } from './parts/about-form.ts';
import { readWords } from './parts/words.ts';

export async function welcomePage(c: AppContext, deps: Pick<AppDeps, 'db' | 'clock'>, refused?: RefusedAbout): Promise<Response> {
  const words = await forPerson(c, deps, (tx, userId) => readWords(c, tx, userId, deps));
  const t = words.texts.welcome;
  const main = html`<h1>${t.title}</h1>
    <p class="lead">${t.lead}</p>
    <div class="columns three">
      <section class="card">
        <h2>${t.connect}</h2>
        <p>${t.connectText}</p>
        <p><a class="button" href="${paths.addMailbox()}">${t.connect}</a></p>
      </section>
      <section class="card">
        <h2>${t.import}</h2>
        <p>${t.importText}</p>
        <p><a class="button quiet" href="${paths.imports()}">${t.import}</a></p>
      </section>
      <section class="card">
        <h2>${t.sample}</h2>
        <p>${t.sampleText}</p>
        <form method="post" action="${paths.sample()}">${csrfField(c)}<button class="quiet">${t.sampleButton}</button></form>
      </section>
    </div>
    <div class="columns even">
      <section class="card">
        <h2>${t.about}</h2>
        <p class="small soft">${t.aboutLead}</p>
        ${aboutForm(c, words, paths.home(), refused)}
      </section>
      <section class="card">
        <h2>${t.promises}</h2>
        <ul>
          ${t.promiseList.map((promise) => html`<li>${promise}</li>`)}
        </ul>
      </section>
    </div>`;
  return renderPage(c, deps, { title: t.title, main }, refused ? 422 : 200);
}

/** A page that a server has rendered and a framework takes over: its markup, and its script. */
import { join } from 'node:path';
import { createElement, type FunctionComponent, useEffect, useState } from 'react';
import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { build } from 'vite';
import { appOf, type Framework } from '../pages/hydrated/app';
import { ROOT } from '../paths';
import type { Answer } from './answer';
import { htmlOf, OWN_PAGE } from './own-page';

const App = appOf({ createElement, useState, useEffect } as Framework) as FunctionComponent;

/** What a server sends: React parts texts that stand side by side, Preact does not. */
export const MARKUP = {
  react: renderToString(createElement(App)),
  preact: renderToStaticMarkup(createElement(App)),
};

export type FrameworkName = keyof typeof MARKUP;

/** Where the page asks for its script. */
export const CLIENT = `${OWN_PAGE}client.js`;

/** How a page names its script, and what that does when it runs. */
export interface Moment {
  tag: string;
  start: string;
}

/** The page and its script, as a test serves them. */
export async function hydratedPage(name: FrameworkName, { tag, start }: Moment): Promise<Record<string, Answer>> {
  return {
    [OWN_PAGE]: htmlOf(`<div id="root">${MARKUP[name]}</div>${tag}`),
    [CLIENT]: { contentType: 'text/javascript', body: `${await scriptOf(name)}\n${start}` },
  };
}

const scripts: Partial<Record<FrameworkName, Promise<string>>> = {};

/** The script as one file; it is for developers, so that it says what it finds wrong. */
function scriptOf(name: FrameworkName): Promise<string> {
  return (scripts[name] ??= bundle(join(ROOT, 'tests', 'pages', 'hydrated', `${name}.ts`)));
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'page' } },
  });
  const [made] = Array.isArray(result) ? result : [];
  if (!made) throw new Error(`${entry} was not bundled.`);
  return made.output[0].code;
}

import { createElement, type FunctionComponent, useEffect, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { appOf, type Framework } from './app';
import type { Client } from './client';

const App = appOf({ createElement, useState, useEffect } as Framework) as FunctionComponent;

const client: Client = {
  problems: [],
  hydrate() {
    const onRecoverableError = (error: unknown) => client.problems.push(String(error));
    const root = hydrateRoot(document.querySelector('#root') as Element, createElement(App), { onRecoverableError });
    client.unmount = () => root.unmount();
  },
};
Object.assign(globalThis, { client });

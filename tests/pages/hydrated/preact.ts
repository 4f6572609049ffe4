import 'preact/debug';
import { type ComponentType, createElement, hydrate, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { appOf, type Framework } from './app';
import type { Client } from './client';

const App = appOf({ createElement, useState, useEffect } as Framework) as ComponentType;

const client: Client = {
  problems: [],
  hydrate() {
    const root = document.querySelector('#root') as Element;
    hydrate(createElement(App, null), root);
    client.unmount = () => render(null, root);
  },
};
Object.assign(globalThis, { client });

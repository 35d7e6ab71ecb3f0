import './shifted-clock.mjs';
// Nest's decorators need the metadata polyfill before any class is read; every process runs in UTC.
import 'reflect-metadata';

process.env.TZ = 'UTC';

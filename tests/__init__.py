"""Mirrors the rooms: journal, api, client, frontend; contract, promises, browser, bench."""

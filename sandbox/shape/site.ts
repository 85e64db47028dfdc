// Where things are said to be. Nobody follows these addresses in the sandbox; they only have to look as GitHub's do.
export const SITE = 'https://github.com';
export const API = 'https://api.github.com';

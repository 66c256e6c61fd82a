/** The version of this package, as sent in `User-Agent`; a test keeps it equal to package.json. */
export const runtimeVersion = '0.1.0';

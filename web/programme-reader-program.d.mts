/** What Emscripten makes of src/platform/reader (cmake/web_module.cmake): a function that makes an instance. */
declare function instantiate(options?: object): Promise<any>;
export default instantiate;

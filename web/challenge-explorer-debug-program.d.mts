/** What Emscripten makes of src/platform/web with its folder debug (cmake/web_module.cmake): a function that makes an instance. */
declare function instantiate(options: object): Promise<any>;
export default instantiate;

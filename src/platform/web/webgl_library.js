// The functions of OpenGL ES 3 that src/render/gl calls, by WebGL 2, and the canvases that they draw on: a library for
// Emscripten's linker (--js-library) in place of its own webgl.js, which serves any program and takes more bytes.
//
// OpenGL's names of objects are numbers. Each surface has its own table of them: names belong to a context. Of OpenGL this is what
// src/render/gl needs: pixels are bytes, and come from memory, never from a buffer.
const members = {
  $surfaces: {},
  $glContext: undefined,
  $glObjects: undefined,

  $nameOf: (object) => {
    const free = glObjects.indexOf(undefined, 1);
    const name = free < 0 ? glObjects.length : free;
    glObjects[name] = object;
    return name;
  },

  $takeObject: (name) => {
    const object = glObjects[name];
    glObjects[name] = undefined;
    return object;
  },

  /** Calls with the numbers at an address. */
  $forNames: (count, names, call) => HEAPU32.subarray(names >> 2, (names >> 2) + count).forEach(call),

  // ── Surfaces (surface.h): the canvas of a host that has a context of WebGL 2 ──

  ce_openSurface: (host) => {
    const context = Module["hosts"][host].canvas.getContext("webgl2");
    if (context) surfaces[host] = { context, objects: [0] };
    return Boolean(context);
  },
  ce_closeSurface: (host) => {
    delete surfaces[host];
  },
  ce_useSurface: (host) => {
    ({ context: glContext, objects: glObjects } = surfaces[host]);
  },
  ce_resizeSurface: (width, height) => {
    const { canvas } = glContext;
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
  },

  // ── Buffers, vertex arrays and textures ──

  glGenBuffers: (count, names) => forNames(count, names, (_, at, all) => (all[at] = nameOf(glContext.createBuffer()))),
  glGenVertexArrays: (count, names) => forNames(count, names, (_, at, all) => (all[at] = nameOf(glContext.createVertexArray()))),
  glGenTextures: (count, names) => forNames(count, names, (_, at, all) => (all[at] = nameOf(glContext.createTexture()))),
  glDeleteBuffers: (count, names) => forNames(count, names, (name) => glContext.deleteBuffer(takeObject(name))),
  glDeleteVertexArrays: (count, names) => forNames(count, names, (name) => glContext.deleteVertexArray(takeObject(name))),
  glDeleteTextures: (count, names) => forNames(count, names, (name) => glContext.deleteTexture(takeObject(name))),
  glBindBuffer: (target, name) => glContext.bindBuffer(target, glObjects[name]),
  glBindVertexArray: (name) => glContext.bindVertexArray(glObjects[name]),
  glBindTexture: (target, name) => glContext.bindTexture(target, glObjects[name]),
  glBufferData: (target, size, data, usage) => glContext.bufferData(target, HEAPU8.subarray(data, data + size), usage),
  glTexParameteri: (target, name, value) => glContext.texParameteri(target, name, value),
  glPixelStorei: (name, value) => glContext.pixelStorei(name, value),
  glTexImage2D: (target, level, kept, width, height, border, format, type, pixels) =>
    glContext.texImage2D(target, level, kept, width, height, border, format, type, pixels ? HEAPU8.subarray(pixels) : null),
  glTexSubImage2D: (target, level, x, y, width, height, format, type, pixels) =>
    glContext.texSubImage2D(target, level, x, y, width, height, format, type, HEAPU8, pixels),
  glEnableVertexAttribArray: (index) => glContext.enableVertexAttribArray(index),
  glVertexAttribDivisor: (index, divisor) => glContext.vertexAttribDivisor(index, divisor),
  glVertexAttribI4i: (index, x, y, z, w) => glContext.vertexAttribI4i(index, x, y, z, w),
  glVertexAttribPointer: (index, size, type, isNormalised, stride, offset) =>
    glContext.vertexAttribPointer(index, size, type, isNormalised, stride, offset),
  glVertexAttribIPointer: (index, size, type, stride, offset) =>
    glContext.vertexAttribIPointer(index, size, type, stride, offset),

  // ── Shaders ──

  glCreateShader: (stage) => nameOf(glContext.createShader(stage)),
  glShaderSource: (shader, count, pieces) => {
    let source = "";
    forNames(count, pieces, (piece) => (source += UTF8ToString(piece)));
    glContext.shaderSource(glObjects[shader], source);
  },
  glCompileShader: (shader) => glContext.compileShader(glObjects[shader]),
  glDeleteShader: (shader) => glContext.deleteShader(takeObject(shader)),
  ce_reportShaders: (...shaders) =>
    console.error("The shaders cannot be used.", ...shaders.map((shader) => glContext.getShaderInfoLog(glObjects[shader]))),
  glCreateProgram: () => nameOf(glContext.createProgram()),
  glAttachShader: (program, shader) => glContext.attachShader(glObjects[program], glObjects[shader]),
  glLinkProgram: (program) => glContext.linkProgram(glObjects[program]),
  glGetProgramiv: (program, name, answer) => {
    HEAP32[answer >> 2] = glContext.getProgramParameter(glObjects[program], name);
  },
  glUseProgram: (program) => glContext.useProgram(glObjects[program]),
  glDeleteProgram: (program) => glContext.deleteProgram(takeObject(program)),
  glGetUniformLocation: (program, name) => nameOf(glContext.getUniformLocation(glObjects[program], UTF8ToString(name))),
  glUniform1i: (location, x) => glContext.uniform1i(glObjects[location], x),
  glUniform1f: (location, x) => glContext.uniform1f(glObjects[location], x),
  glUniform2f: (location, x, y) => glContext.uniform2f(glObjects[location], x, y),
  glUniform3f: (location, x, y, z) => glContext.uniform3f(glObjects[location], x, y, z),

  // ── A frame ──

  glEnable: (capability) => glContext.enable(capability),
  glBlendFuncSeparate: (from, to, fromAlpha, toAlpha) => glContext.blendFuncSeparate(from, to, fromAlpha, toAlpha),
  glViewport: (x, y, width, height) => glContext.viewport(x, y, width, height),
  glScissor: (x, y, width, height) => glContext.scissor(x, y, width, height),
  glClearColor: (red, green, blue, alpha) => glContext.clearColor(red, green, blue, alpha),
  glClear: (buffers) => glContext.clear(buffers),
  glDrawElements: (mode, count, type, offset) => glContext.drawElements(mode, count, type, offset),
  glDrawArraysInstanced: (mode, first, count, instances) => glContext.drawArraysInstanced(mode, first, count, instances),
};

// Emscripten puts a member into the program where something that needs it names it so.
for (const [name, member] of Object.entries(members)) {
  const needed = ["glContext", "glObjects", "surfaces", "nameOf", "takeObject", "forNames", "UTF8ToString"];
  const text = String(member);
  members[`${name}__deps`] = needed.filter((other) => text.includes(other)).map((other) => `$${other}`);
}
addToLibrary(members);

// OpenGL's functions: those of OpenGL ES 3 (WebGL 2) on the web, those of the desktop natively.
#pragma once

#ifdef __EMSCRIPTEN__
#include <GLES3/gl3.h>
/// Tells developers why a program's shaders cannot be used (src/platform/web/webgl_library.js). Precondition: the
/// context is current.
extern "C" void ce_reportShaders(GLuint vertexShader, GLuint fragmentShader);
#else
#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
#endif

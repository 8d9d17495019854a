// Functions of <math.h> as the browser has them, in place of the C library's, whose tables of constants take kilobytes
// that do not compress. A call leaves WebAssembly: they are called at most some times a frame, for round shapes and for
// colours.
#include <emscripten/em_math.h>

#include <cmath>

extern "C" {

float sinf(float angle) {
    return static_cast<float>(emscripten_math_sin(static_cast<double>(angle)));
}

float cosf(float angle) {
    return static_cast<float>(emscripten_math_cos(static_cast<double>(angle)));
}

float acosf(float cosine) {
    return static_cast<float>(emscripten_math_acos(static_cast<double>(cosine)));
}

float powf(float base, float exponent) {
    return static_cast<float>(emscripten_math_pow(static_cast<double>(base), static_cast<double>(exponent)));
}

double exp(double exponent) {
    return emscripten_math_exp(exponent);
}

} // extern "C"

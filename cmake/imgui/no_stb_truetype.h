// Stands in for stb_truetype on the web: the few names that Dear ImGui's own font loader uses, answering "no such
// font". That loader is never chosen there (platform/web gives its own), but imgui_draw.cpp compiles it.
#pragma once

struct stbtt_fontinfo {};

inline int stbtt_GetFontOffsetForIndex(const unsigned char*, int) {
    return -1;
}
inline int stbtt_InitFont(stbtt_fontinfo*, const unsigned char*, int) {
    return 0;
}
inline int stbtt_FindGlyphIndex(const stbtt_fontinfo*, int) {
    return 0;
}
inline float stbtt_ScaleForPixelHeight(const stbtt_fontinfo*, float) {
    return 0;
}
inline float stbtt_ScaleForMappingEmToPixels(const stbtt_fontinfo*, float) {
    return 0;
}
inline void stbtt_GetFontVMetrics(const stbtt_fontinfo*, int* ascent, int* descent, int* lineGap) {
    *ascent = *descent = *lineGap = 0;
}
inline void stbtt_GetGlyphHMetrics(const stbtt_fontinfo*, int, int* advance, int* leftBearing) {
    *advance = *leftBearing = 0;
}
inline void stbtt_GetGlyphBitmapBox(const stbtt_fontinfo*, int, float, float, int* left, int* top, int* right,
                                    int* bottom) {
    *left = *top = *right = *bottom = 0;
}
inline void stbtt_GetGlyphBitmapBoxSubpixel(const stbtt_fontinfo*, int, float, float, float, float, int* left, int* top,
                                            int* right, int* bottom) {
    *left = *top = *right = *bottom = 0;
}
inline void stbtt_MakeGlyphBitmapSubpixelPrefilter(const stbtt_fontinfo*, unsigned char*, int, int, int, float, float,
                                                   float, float, int, int, float*, float*, int) {}

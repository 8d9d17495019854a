// Stands in for stb_truetype on the web: the few names that Dear ImGui's own font loader uses, answering "no such glyph".
// That loader is never chosen there (platform/web gives its own).
#pragma once

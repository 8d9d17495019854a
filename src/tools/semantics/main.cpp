// Writes web/semantics.js to the standard output (semantics/javascript.h).
#include "semantics/javascript.h"

#include <cstdio>

int main() {
    const std::string text = semantics::toJavaScript();
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? 0 : 1;
}

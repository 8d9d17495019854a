#include "fuzz/support/texts.h"

#include <string_view>

namespace support {

namespace {

constexpr std::string_view kLatin[] = {"a",
                                       "R",
                                       "Python",
                                       "données",
                                       "cartographie",
                                       "l’eau",
                                       "œuvre",
                                       "Saint-Étienne",
                                       "full-stack",
                                       "d3.js",
                                       "C++",
                                       "R&D",
                                       "2021",
                                       "12 345",
                                       "«\u202Fmot\u202F»",
                                       "(x)",
                                       "[y]",
                                       "“Straße”",
                                       "İstanbul",
                                       "ﬁn",
                                       "Å",
                                       "a\u0301\u0323",
                                       "b@lise",
                                       "1,5",
                                       "—",
                                       "…",
                                       "ZŁOTY",
                                       "naïve",
                                       "Dž",
                                       "ß"};
constexpr std::string_view kArabic[] = {"مياه", "النيل", "2021", "٢٠٢١", "(نص)", "العَرَبِيَّة",
                                        "لا",   "،",     "ـــ",  "a",    "%50"};
constexpr std::string_view kHebrew[] = {"שלום", "עולם", "(2021)", "בְּרֵאשִׁית", "״ציטוט״", "־", "C++", "!"};
constexpr std::string_view kDevanagari[] = {"हिन्दी", "क्षत्रिय", "र्क", "ज्ञ", "१२३", "।", "श्री", "a"};
constexpr std::string_view kThai[] = {"ภาษาไทย", "ไม่มีช่องว่างระหว่างคำ", "น้ำ",   "กรุงเทพมหานคร", "๒๕๖๔",
                                      "ຄຳ",      "ភាសាខ្មែរ",          "မြန်မာ"};
constexpr std::string_view kWide[] = {"日本語", "東京都", "「京都」", "データ", "ﾃﾞｰﾀ", "한국어",
                                      "中文，", "。",     "々",       "ー",     "A1"};
constexpr std::string_view kPictures[] = {"😀",       "👩‍👩‍👧‍👦",    "🇫🇷", "👍🏽", "❤️",
                                          "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "☎",  "★",        "a"};
constexpr std::string_view kRare[] = {"\u00AD",     "co\u00ADop\u00ADé",
                                      "\u200B",     "\u200D",
                                      "\u200E",     "\u200F",
                                      "\u2028",     "\u2029",
                                      "\u202E",     "\u2066",
                                      "\u2069",     "\uFEFF",
                                      "\uFFFD",     "\uFFFF",
                                      "\U00020000", "\U0001F9FF",
                                      "\U000E0001", "\U0010FFFF",
                                      "\u0301",     "\uE000",
                                      "\uF8FF",     "\t",
                                      "\n",         "\r\n",
                                      "\x01",       "\x7F",
                                      "\u0085",     "\u00A0",
                                      "\u202F",     "\u3000",
                                      "\"",         "\\",
                                      "<b>&amp;",   "{found}",
                                      "%41+&=#?,",  "..",
                                      "n\u0303",    "\U00010348",
                                      "\u1160",     "\u0E33"};

std::string_view pickWord(ByteSource& source, std::size_t script) {
    switch (script) {
    case 0:
        return source.pick(kArabic);
    case 1:
        return source.pick(kHebrew);
    case 2:
        return source.pick(kDevanagari);
    case 3:
        return source.pick(kThai);
    case 4:
        return source.pick(kWide);
    case 5:
        return source.pick(kPictures);
    case 6:
        return source.pick(kRare);
    default:
        return source.pick(kLatin);
    }
}

constexpr std::size_t kScripts = 12; // from 7 on: Latin

std::size_t countCharacters(std::string_view text) {
    std::size_t count = 0;
    for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u ? 1 : 0;
    return count;
}

} // namespace

std::string makeText(ByteSource& source, std::size_t mostCharacters) {
    std::string text;
    const std::size_t first = source.below(kScripts);
    std::size_t words = source.oneIn(16) ? source.between(1, 120) : source.between(1, 8);
    std::size_t length = 0;
    for (; words > 0; --words) {
        const std::string_view word = pickWord(source, source.oneIn(6) ? source.below(kScripts) : first);
        const bool isJoined = text.empty() || source.oneIn(5);
        const std::size_t wordLength = countCharacters(word) + (isJoined ? 0 : 1);
        if (length + wordLength > mostCharacters) break;
        if (!isJoined) text += ' ';
        text += word;
        length += wordLength;
    }
    return text.empty() ? "x" : text;
}

} // namespace support

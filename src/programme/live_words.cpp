#include "programme/live_words.h"

#ifdef CE_LIVE_WORDS

#include "programme/json_parser.h"
#include "programme/word_lists.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <utility>

namespace programme {

namespace {

/// Reads an object of strings.
class WordReader final : public JsonHandler {
public:
    [[nodiscard]] const std::map<std::string, std::string, std::less<>>& words() const { return words_; }

    bool onObjectStart(JsonToken) override { return !std::exchange(isInside_, true); }
    bool onObjectEnd(JsonToken) override { return true; }
    bool onListStart(JsonToken) override { return false; }
    bool onListEnd(JsonToken) override { return false; }
    bool onKey(JsonToken, std::string_view name) override {
        key_ = name;
        return true;
    }
    bool onString(JsonToken, std::string_view value) override {
        // A string of a word list ends with a zero byte.
        const bool isGood = isInside_ && value.find('\0') == std::string_view::npos;
        return isGood && words_.try_emplace(key_, value).second;
    }
    bool onNumber(JsonToken, const JsonNumber&) override { return false; }
    void onTooLargeNumber(JsonToken) override {}
    bool onWord(JsonToken) override { return false; }

private:
    bool isInside_ = false;
    std::string key_;
    std::map<std::string, std::string, std::less<>> words_;
};

/// Calls `visit` with each string of a list of word_strings.h.
template <typename Visit>
void forEachString(std::string_view list, Visit visit) {
    while (!list.empty()) {
        const std::string_view string = list.substr(0, list.find('\0'));
        list.remove_prefix(string.size() + 1);
        visit(string);
    }
}

} // namespace

std::vector<std::string> replaceWords(InterfaceLanguage language, std::string_view json) {
    WordReader reader;
    const JsonResult result = parseJson(json, reader);
    if (result.end != JsonEnd::complete) {
        const std::string_view read = json.substr(0, result.readBytes);
        return {"Line " + std::to_string(1 + std::ranges::count(read, '\n')) + ": not an object of different strings."};
    }
    std::vector<std::string> problems;
    std::array<std::string, kWordListCount> lists;
    for (std::size_t list = 0; list < kWordListCount; ++list) {
        forEachString(keysOf(static_cast<WordListName>(list)), [&](std::string_view key) {
            const auto found = reader.words().find(key);
            if (found == reader.words().end())
                problems.push_back("There is no \"" + std::string(key) + "\".");
            else
                lists[list].append(found->second).push_back('\0');
        });
    }
    if (!problems.empty()) return problems;
    for (std::size_t list = 0; list < kWordListCount; ++list)
        replaceList(static_cast<WordListName>(list), language, std::move(lists[list]));
    return {};
}

} // namespace programme

#endif

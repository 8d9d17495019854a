#include "platform/common/effects.h"

#include "semantics/json.h"

#include <array>
#include <string_view>

namespace platform {

namespace {

constexpr std::array<std::string_view, 5> kSteps = {"replace", "push", "open", "close", "apply"}; // by AddressStep

/// Begins a member of the object that is open at the end of `out`.
void appendKey(std::string& out, std::string_view key) {
    if (out.back() != '{') out += ',';
    out += '"';
    out += key;
    out += "\":";
}

} // namespace

void Effects::changeAddress(AddressStep step, std::string queryString) {
    if (step == AddressStep::replace && !addressChanges.empty()) {
        addressChanges.back().queryString = std::move(queryString);
    } else {
        addressChanges.push_back({step, std::move(queryString)});
    }
}

bool Effects::isEmpty() const {
    return *this == Effects{};
}

void DeferredEffects::add(const Effects& effects) {
    if (effects.scrollPageTo) scrollPageTo_ = effects.scrollPageTo;
    if (effects.focus) focus_ = effects.focus;
}

std::string toJson(const Effects& effects) {
    std::string out = "{";
    if (effects.textToCopy) {
        appendKey(out, "copy");
        semantics::appendJsonString(out, *effects.textToCopy);
    }
    if (effects.toShare) {
        appendKey(out, "share");
        out += '[';
        semantics::appendJsonString(out, effects.toShare->title);
        out += ',';
        semantics::appendJsonString(out, effects.toShare->text);
        out += ']';
    }
    if (!effects.addressChanges.empty()) {
        appendKey(out, "address");
        char separator = '[';
        for (const AddressChange& change : effects.addressChanges) {
            out += separator;
            out += "[\"";
            out += kSteps[static_cast<std::size_t>(change.step)];
            out += "\",";
            semantics::appendJsonString(out, change.queryString);
            out += ']';
            separator = ',';
        }
        out += ']';
    }
    if (effects.documentTitle) {
        appendKey(out, "title");
        semantics::appendJsonString(out, *effects.documentTitle);
    }
    if (effects.toKeep) {
        appendKey(out, "keep");
        semantics::appendJsonString(out, *effects.toKeep);
    }
    if (effects.scrollPageTo) {
        appendKey(out, "scrollTop");
        semantics::appendJsonNumber(out, *effects.scrollPageTo);
    }
    if (effects.focus) {
        appendKey(out, "focus");
        out += '[' + std::to_string(effects.focus->node) + (effects.focus->scrollsIntoView ? ",true]" : ",false]");
    }
    out += '}';
    return out;
}

} // namespace platform

#include "platform/native/address_check.h"

#include "explorer/url.h"

#include <algorithm>
#include <cstddef>

namespace platform {

namespace {

using explorer::State;

constexpr std::string_view kNow = "now";
constexpr std::string_view kLanguage = "lang";

/// Whether the address has a parameter of that name.
bool hasParameter(std::string_view address, std::string_view name) {
    for (std::size_t start = 0; start < address.size();) {
        const std::size_t end = std::min(address.find('&', start), address.size());
        const std::string_view parameter = address.substr(start, end - start);
        if (parameter.substr(0, parameter.find('=')) == name) return true;
        start = end + 1;
    }
    return false;
}

/// The values of lists that the programme does not have.
std::vector<std::string> unknownValues(const State& state) {
    std::vector<std::string> values = state.unknown.shortlist;
    for (const std::vector<std::string>& ofFacet : state.unknown.values)
        values.insert(values.end(), ofFacet.begin(), ofFacet.end());
    return values;
}

/// `parameter` is "name=value" as in the address. It has an effect where the state that it gives alone is written down
/// with it again: so every parameter is checked, whatever it means.
void check(const programme::Programme& programme, const explorer::Facts& facts, std::string_view parameter,
           std::vector<std::string>& findings) {
    const std::string_view name = parameter.substr(0, parameter.find('='));
    const std::string_view value = parameter.substr(std::min(name.size() + 1, parameter.size()));
    if (name == kNow) {
        if (!explorer::parseNow(parameter))
            findings.push_back(std::string(parameter) + " is no date: 2017-10-15 or 2017-10-15T16:30");
        return;
    }
    const State state = explorer::parseQueryString(programme, facts, parameter, 0);
    if (!state.unknown.parameters.empty()) {
        findings.push_back("There is no parameter " + std::string(name));
        return;
    }
    const std::vector<std::string> unknown = unknownValues(state);
    for (const std::string& one : unknown)
        findings.push_back(std::string(name) + ": the programme has no \"" + one + '"');
    if (!unknown.empty() || value.empty()) return;
    // The default language is not written.
    if (name == kLanguage && programme.findLanguage(value)) return;
    if (!hasParameter(explorer::formatQueryString(programme, facts, state), name))
        findings.push_back(std::string(parameter) + " has no effect: the programme has nothing of that name");
}

} // namespace

std::vector<std::string> findWithoutEffect(const programme::Programme& programme, const explorer::Facts& facts,
                                           std::string_view queryString) {
    if (queryString.starts_with('?')) queryString.remove_prefix(1);
    std::vector<std::string> findings;
    while (!queryString.empty()) {
        const std::size_t end = queryString.find('&');
        const std::string_view parameter = queryString.substr(0, end);
        if (!parameter.empty()) check(programme, facts, parameter, findings);
        queryString.remove_prefix(end == std::string_view::npos ? queryString.size() : end + 1);
    }
    return findings;
}

} // namespace platform

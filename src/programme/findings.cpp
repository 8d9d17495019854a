#include "programme/findings.h"

#include "base/utf8.h"
#include "programme/json_text.h"
#include "programme/locate.h"

#include <algorithm>
#include <utility>

namespace programme {

void Findings::insert(Finding finding) {
    const auto later = std::ranges::upper_bound(findings_, finding.offset, {}, &Finding::offset);
    findings_.insert(later, std::move(finding));
}

void Findings::add(ProblemCode code, std::size_t offset, FindingDetails details) {
    std::string found = details.found ? std::move(*details.found) : quoteToken(text_, offset);
    insert({code, offset, std::move(found), std::move(details.allowed), std::move(details.nearest)});
}

void Findings::add(Findings others) {
    for (Finding& finding : others.findings_) insert(std::move(finding));
}

void Findings::addSyntaxMistake(std::size_t readBytes) {
    const std::optional<std::size_t> invalid = base::findInvalidUtf8(text_);
    if (invalid && *invalid < readBytes) {
        add(ProblemCode::invalidUtf8, *invalid);
        return;
    }
    SyntaxMistake mistake = findSyntaxMistake(text_);
    insert({ProblemCode::syntax, mistake.offset, std::move(mistake.found), std::string(mistake.expected), ""});
}

std::vector<Problem> Findings::list(ColumnUnit columns) const {
    if (findings_.empty()) return {}; // computing places reads the file again
    std::vector<std::size_t> offsets;
    for (const Finding& finding : findings_) offsets.push_back(finding.offset);
    const std::vector<Place> places = findPlaces(text_, offsets, columns);
    const std::vector<std::string> pointers = findPointers(text_, offsets);
    std::vector<Problem> problems;
    for (std::size_t index = 0; index < std::min(findings_.size(), kMaxProblems); ++index) {
        const auto& [code, offset, found, allowed, nearest] = findings_[index];
        problems.push_back({code, places[index], pointers[index], found, allowed, nearest});
    }
    if (areTooMany()) {
        problems.push_back({ProblemCode::tooManyProblems, places[kMaxProblems], pointers[kMaxProblems], "",
                            std::to_string(kMaxProblems), ""});
    }
    return problems;
}

} // namespace programme

#include "platform/problems/problem_list.h"

#include <utility>

namespace platform {

ProblemList::ProblemList(std::vector<programme::Problem> problems, Severity severity,
                         programme::InterfaceLanguage language)
    : problems_(std::move(problems)) {
    // All strings first: their addresses are stable only when the vectors no longer grow.
    for (const programme::Problem& problem : problems_) messages_.push_back(programme::describe(problem, language));
    for (std::size_t index = 0; index < problems_.size(); ++index) {
        const programme::Problem& problem = problems_[index];
        table_.push_back({static_cast<std::uint32_t>(problem.place.line),
                          static_cast<std::uint32_t>(problem.place.column), severity, problem.pointer.c_str(),
                          messages_[index].c_str()});
    }
    rows_ = {static_cast<std::uint32_t>(table_.size()), table_.data()};
}

} // namespace platform

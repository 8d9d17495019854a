// A function, or a lambda with what it refers to, for the duration of a call: two words, whereas std::function owns a
// copy, whose code the page downloads for each lambda (docs/size.md).
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace base {

template <typename Signature>
class FunctionRef;

template <typename Result, typename... Arguments>
class FunctionRef<Result(Arguments...)> {
public:
    template <typename Callable>
    requires(!std::is_same_v<std::remove_cvref_t<Callable>, FunctionRef>) FunctionRef(const Callable& callable)
        : callable_(std::addressof(callable)), call_([](const void* what, Arguments... arguments) -> Result {
              return (*static_cast<const Callable*>(what))(std::forward<Arguments>(arguments)...);
          }) {}
    Result operator()(Arguments... arguments) const { return call_(callable_, std::forward<Arguments>(arguments)...); }

private:
    const void* callable_;
    Result (*call_)(const void*, Arguments...);
};

} // namespace base

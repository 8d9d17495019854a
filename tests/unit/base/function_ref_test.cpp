#include "base/function_ref.h"

#include <gtest/gtest.h>

#include <string>

namespace {

int callWith(const base::FunctionRef<int(int)>& function, int value) {
    return function(value);
}

TEST(FunctionRef, CallsTheLambdaItRefersTo) {
    int calls = 0;
    const auto addCalls = [&](int value) {
        ++calls;
        return value + calls;
    };
    EXPECT_EQ(callWith(addCalls, 10), 11);
    EXPECT_EQ(callWith(addCalls, 10), 12);
    EXPECT_EQ(callWith([](int value) { return -value; }, 3), -3);
}

TEST(FunctionRef, HandsReferencesOn) {
    std::string text;
    const auto append = [](std::string& to) { to += 'x'; };
    const base::FunctionRef<void(std::string&)> function(append);
    function(text);
    function(text);
    EXPECT_EQ(text, "xx");
}

} // namespace

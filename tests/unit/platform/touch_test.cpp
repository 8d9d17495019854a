// What a mouse shows by hovering must also be available on a touch screen.
#include "programme/words.h"
#include "support/files.h"
#include "support/visitor.h"

#include <gtest/gtest.h>

namespace {

using semantics::Role;
using support::Visitor;

} // namespace

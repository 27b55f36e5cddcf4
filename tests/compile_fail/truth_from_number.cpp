// expects: conversion from .?int|no viable conversion|no matching
// A JSON number may stand for a number only.
#include <chiso/expr/expression.hpp>

const chiso::Truth value = 1;

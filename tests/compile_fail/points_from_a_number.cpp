// expects: conversion from .?(int|double)|no viable conversion|could not convert
// Points are quanta; a bare number would leave it open of what.
#include <chiso/core/points.hpp>

const chiso::Points points = 3;

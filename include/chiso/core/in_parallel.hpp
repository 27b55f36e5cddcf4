#pragma once
#include <algorithm>
#include <atomic>
#include <chiso/core/build.hpp>
#include <cstddef>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// Does the parts [0, parts) of some work, in any order, on at most `threads` threads, the caller's among them. make_worker() makes what
/// one thread works with, on that thread; the worker is called with the number of a part; told(parts done) is called on the caller's thread
/// after each of its own parts. What any of them throws stops the others and is thrown here. A system that grants no more threads gets the
/// work done by those there are.
template <class MakeWorker, class Told>
void in_parallel(std::size_t parts, unsigned threads, MakeWorker&& make_worker, Told&& told) {
  std::atomic<std::size_t> next{0}, done{0};
  std::mutex guard;
  std::exception_ptr thrown;
  const auto work = [&](auto&& after) {
    try {
      auto worker = make_worker();
      for (auto part = next++; part < parts; part = next++) {
        worker(part);
        after(++done);
      }
    } catch (...) {
      next = parts;
      const std::lock_guard lock(guard);
      if (!thrown) thrown = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> others;
    const auto wanted = (std::min)(std::size_t{threads}, parts);
    try {
      for (std::size_t i = 1; i < wanted; ++i) others.emplace_back([&] { work([](std::size_t) {}); });
    } catch (const std::system_error&) {  // fewer threads do it too
    }
    work(told);
  }
  if (thrown) std::rethrow_exception(thrown);
}
/// How many threads are meant: 0 means as many as the machine has.
inline unsigned number_of_threads(unsigned asked) { return asked > 0 ? asked : (std::max)(1U, std::thread::hardware_concurrency()); }
}
}

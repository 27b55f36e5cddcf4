#pragma once
#include <charconv>
#include <chiso/core/decimal.hpp>
#include <limits>
#include <ostream>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.front() == '.' || text.back() == '.') return {};
  if (text.size() > 1 && text[0] == '0' && text[1] != '.') return {};
  std::int64_t digits = 0;
  int scale = -1, count = 0;
  for (const char c : text) {
    if (c == '.' && scale < 0) {
      scale = 0;
      continue;
    }
    if (c < '0' || c > '9' || ++count > 18) return {};
    digits = digits * 10 + (c - '0');
    if (scale >= 0) ++scale;
  }
  return Decimal(negative ? -digits : digits, scale < 0 ? 0 : scale);
}

CHISO_INLINE Decimal Decimal::shortest_at_run_time(double value) {
  char buffer[400];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed).ptr;
  const auto parsed = parse({buffer, static_cast<std::size_t>(end - buffer)});
  const int128 size = parsed ? (parsed->digits_ < 0 ? -parsed->digits_ : parsed->digits_) : 0;
  if (!parsed || size >= 1'000'000'000'000'000 || parsed->scale_ > 15)
    throw std::invalid_argument("a decimal written as double has at most 15 digits");
  return *parsed;
}

CHISO_INLINE std::string Decimal::text() const {
  std::string body;
  auto left = digits_ < 0 ? -static_cast<uint128>(digits_) : static_cast<uint128>(digits_);
  do {
    body.insert(body.begin(), static_cast<char>('0' + static_cast<int>(left % 10)));
    left /= 10;
  } while (left != 0);
  const auto decimals = static_cast<std::size_t>(scale_);
  if (decimals > 0) {
    if (body.size() <= decimals) body.insert(0, decimals + 1 - body.size(), '0');
    body.insert(body.end() - scale_, '.');
  }
  if (digits_ < 0) body.insert(body.begin(), '-');
  return body;
}

CHISO_INLINE std::optional<std::int64_t> Decimal::scaled(int decimals) const {
  const Decimal least(digits_, scale_);  // 0.700000 has one significant decimal
  if (least.scale_ > decimals) return {};
  int128 wide = 0;
  if (__builtin_mul_overflow(least.digits_, static_cast<int128>(power(decimals - least.scale_)), &wide)) return {};
  if (wide > (std::numeric_limits<std::int64_t>::max)() || wide < (std::numeric_limits<std::int64_t>::min)()) return {};
  return static_cast<std::int64_t>(wide);
}

CHISO_INLINE double nearest_double(const Decimal& value) {
  // Both are below 2^53, so the quotient is rounded only once.
  constexpr int128 exact = int128{1} << 53;
  const auto digits = value.digits();
  if (digits <= exact && digits >= -exact && value.scale() <= 15)
    return static_cast<double>(static_cast<std::int64_t>(digits)) / static_cast<double>(Decimal::power(value.scale()));
  const auto text = value.text();
  double out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

CHISO_INLINE std::ostream& operator<<(std::ostream& out, const Decimal& value) { return out << value.text(); }
}

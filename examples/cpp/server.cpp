// A server that scores records of evidence:
//   example_server examples/models/commune_reform_index.json [port]
// The first line that it prints is its address; without a port, or with 0, the system chooses one. A record, or a list of records, that is
// posted to /score as JSON comes back as its scorecard: `scores`, with ranks among the records of the request, and `criteria`, with the
// points of every criterion and the reason. Records that cannot be scored are answered by all their problems, with status 422, and a text
// that cannot be read as JSON with 400; their words are in the language of `?lang=` (vi, en) or of the header Accept-Language.
#include <chiso/chiso.hpp>
#include <chiso/io.hpp>
#include <httplib.h>
#include <iostream>
#include <string>
#include <sys/socket.h>

namespace {
/// A server for many connections at once; the defaults of its library are for a few visitors.
class Server : public httplib::Server {
 public:
  Server() {
    new_task_queue = [] { return new httplib::ThreadPool(64); };  // a connection keeps its thread until it is closed
    set_keep_alive_max_count(1'000'000);
    set_tcp_nodelay(true);
    set_payload_max_length(std::size_t{1} << 20);
  }
  /// Returns the port, or a negative number if it cannot be had.
  int bind(int port) {
    const std::string here = "127.0.0.1";
    if (port == 0)
      port = bind_to_any_port(here);
    else if (!bind_to_port(here, port))
      port = -1;
    // Debian compiles the library, and in it CPPHTTPLIB_LISTEN_BACKLOG, so the 5 of it are changed here.
    if (port > 0 && ::listen(svr_sock_, SOMAXCONN) != 0) port = -1;
    return port;
  }
};

chiso::Text::Language language_of(const httplib::Request& request) {
  const auto wanted = request.has_param("lang") ? request.get_param_value("lang") : request.get_header_value("Accept-Language");
  const auto vi = wanted.find("vi"), en = wanted.find("en");  // the one named first
  return vi < en ? chiso::Text::Language::vi : chiso::Text::Language::en;
}

void answer(const chiso::Scorer& scorer, const httplib::Request& request, httplib::Response& response) {
  constexpr auto json = "application/json";
  try {
    const auto evidence = chiso::parse_records(request.body, scorer.model(), {.absent_measures = chiso::AbsentMeasures::missing});
    const chiso::Ranked ranked(scorer.score(evidence, {.keep = chiso::Keep::leaves}));
    response.set_content("{\"scores\": " + to_json(score_table(ranked)) +
                             ", \"criteria\": " + to_json(score_table(ranked, {.by_criterion = true})) + "}\n",
                         json);
  } catch (const chiso::EvidenceError& error) {
    const bool unreadable = error.problems().front().entry->domain == chiso::ProblemEntry::Domain::text;
    response.status = unreadable ? 400 : 422;
    response.set_content("{\"total\": " + std::to_string(error.total()) +
                             ", \"problems\": " + chiso::to_json(error.problems(), language_of(request)) + "}\n",
                         json);
  }
}
}

int main(int count, char** arguments) {
  if (count < 2) {
    std::cerr << "usage: example_server model [port]\n";
    return 2;
  }
  const chiso::Scorer scorer(chiso::load_model(arguments[1]));  // immutable: all threads share it
  Server server;
  server.Post("/score", [&](const httplib::Request& request, httplib::Response& response) { answer(scorer, request, response); });
  const int port = server.bind(count > 2 ? std::stoi(arguments[2]) : 0);
  if (port < 0) {
    std::cerr << "the port cannot be had\n";
    return 1;
  }
  std::cout << "http://127.0.0.1:" << port << "/score" << std::endl;
  return server.listen_after_bind() ? 0 : 1;
}

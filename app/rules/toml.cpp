// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/toml.h>

#include <algorithm>
#include <sstream>
// Compiled in: every start reads half a megabyte, the distribution's library takes a third longer.
#undef TOML_HEADER_ONLY
#undef TOML_SHARED_LIB
#define TOML_HEADER_ONLY 1
// Some of its assertions hold for well-formed files only (`[{` stops a debug build), though the
// line after them reports the fault properly.
#define TOML_ASSERT(expr) static_assert(true)
#include <toml++/toml.h>
#include <vector>

namespace huiyin {

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

void place(TomlValue &value, const toml::source_region &source)
{
    value.line = static_cast<int>(source.begin.line);
    value.column = static_cast<int>(source.begin.column);
}

template <typename Node> QString written(const Node &node)
{
    std::ostringstream out;
    out << node.get();
    return QString::fromStdString(out.str());
}

TomlValue convert(const toml::node &node)
{
    TomlValue value;
    place(value, node.source());
    if (const auto *table = node.as_table()) {
        value.kind = TomlValue::Kind::Table;
        // toml++ sorts keys by name; people read files from the top.
        std::vector<std::pair<const toml::key *, const toml::node *>> inOrder;
        inOrder.reserve(table->size());
        for (const auto &[key, child] : *table) {
            inOrder.emplace_back(&key, &child);
        }
        std::sort(inOrder.begin(), inOrder.end(), [](const auto &a, const auto &b) {
            return a.first->source().begin < b.first->source().begin;
        });
        value.entries.reserve(static_cast<qsizetype>(inOrder.size()));
        for (const auto &[key, child] : inOrder) {
            value.entries.append({text(key->str()),
                                  static_cast<int>(key->source().begin.line),
                                  static_cast<int>(key->source().begin.column),
                                  convert(*child)});
        }
    } else if (const auto *array = node.as_array()) {
        value.kind = TomlValue::Kind::Array;
        value.items.reserve(static_cast<qsizetype>(array->size()));
        for (const auto &child : *array) {
            value.items.append(convert(child));
        }
    } else if (const auto *string = node.as_string()) {
        value.kind = TomlValue::Kind::String;
        value.string = text(string->get());
    } else if (const auto *integer = node.as_integer()) {
        value.kind = TomlValue::Kind::Integer;
        value.integer = integer->get();
        value.number = static_cast<double>(value.integer);
    } else if (const auto *number = node.as_floating_point()) {
        value.kind = TomlValue::Kind::Float;
        value.number = number->get();
    } else if (const auto *boolean = node.as_boolean()) {
        value.kind = TomlValue::Kind::Bool;
        value.boolean = boolean->get();
    } else {
        value.kind = TomlValue::Kind::Date;
        if (const auto *date = node.as_date()) {
            value.string = written(*date);
        } else if (const auto *time = node.as_time()) {
            value.string = written(*time);
        } else if (const auto *dateTime = node.as_date_time()) {
            value.string = written(*dateTime);
        }
    }
    return value;
}

} // namespace

const TomlValue *TomlValue::find(QStringView key) const
{
    for (const TomlEntry &entry : entries) {
        if (entry.key == key) {
            return &entry.value;
        }
    }
    return nullptr;
}

std::optional<TomlValue> readToml(const QByteArray &bytes, Findings &findings)
{
    try {
        const toml::table table =
            toml::parse(std::string_view(bytes.constData(), static_cast<size_t>(bytes.size())));
        return convert(table);
    } catch (const toml::parse_error &error) {
        findings.append(Finding{QStringLiteral("toml.syntax"),
                                Severity::Refusal,
                                {},
                                {{QStringLiteral("what"), text(error.description())}},
                                {},
                                static_cast<int>(error.source().begin.line),
                                static_cast<int>(error.source().begin.column)});
        return std::nullopt;
    }
}

} // namespace huiyin

// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/toml.h>

#include <algorithm>
#include <sstream>
#include <toml++/toml.h>

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
        for (const auto &[key, child] : *table) {
            TomlEntry entry;
            entry.key = text(key.str());
            entry.value = convert(child);
            entry.line = static_cast<int>(key.source().begin.line);
            entry.column = static_cast<int>(key.source().begin.column);
            value.entries.append(std::move(entry));
        }
        // toml++ sorts keys; people read files from the top.
        std::stable_sort(
            value.entries.begin(), value.entries.end(), [](const TomlEntry &a, const TomlEntry &b) {
                return std::pair(a.line, a.column) < std::pair(b.line, b.column);
            });
    } else if (const auto *array = node.as_array()) {
        value.kind = TomlValue::Kind::Array;
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

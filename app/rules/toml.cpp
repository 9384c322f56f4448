// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/toml.h>

#include <algorithm>
#include <array>
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

using namespace Qt::Literals::StringLiterals;

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

/// What to write instead, for who does not read the parser's English. It begins with the part it
/// was reading: "Error while parsing string: …".
QString remedyFor(const QString &description)
{
    if (description.contains("cannot redefine"_L1) || description.contains("cannot insert"_L1)) {
        return u"这个名称在同一处已经写过，请合并或删去一个"_s;
    }
    if (description.contains("utf-8"_L1)) {
        return u"这里的字不是 UTF-8 编码，请把文件另存为 UTF-8"_s;
    }
    static const std::array<std::pair<QLatin1StringView, QString>, 10> remedies{
        {{"table header"_L1, u"表头单独占一行，写作 [名称] 或 [[名称]]"_s},
         {"array-of-tables"_L1, u"表头单独占一行，写作 [名称] 或 [[名称]]"_s},
         {"array"_L1, u"方括号里的各项用英文逗号隔开，最后写 ]"_s},
         {"inline table"_L1, u"花括号里写“名称 = 值”，用英文逗号隔开，写在一行里，最后写 }"_s},
         {"string"_L1, u"文字在本行用同样的英文引号结束；多行文字用三个引号，其中的反斜线写两个"_s},
         {"literal string"_L1, u"文字在本行用同样的英文引号结束；多行文字用三个引号"_s},
         {"unicode scalar"_L1, u"反斜线要写两个"_s},
         {"key"_L1, u"一行写一个“名称 = 值”，名称只用英文字母、数字、_ 和 -"_s},
         {"root table"_L1, u"一行写一个“名称 = 值”，名称只用英文字母、数字、_ 和 -"_s},
         {"comment"_L1, u"# 后面有不能写的字符，请删去"_s}}};
    const QString scope = description.section(u"parsing "_s, 1);
    for (const auto &[part, remedy] : remedies) {
        if (scope.startsWith(part)) {
            return remedy;
        }
    }
    return u"“=”后面的值认不出：文字用英文双引号括起来，数字不加引号，是否写 true 或 false"_s;
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
                                {{QStringLiteral("remedyEn"), text(error.description())},
                                 {QStringLiteral("remedy"), remedyFor(text(error.description()))}},
                                {},
                                static_cast<int>(error.source().begin.line),
                                static_cast<int>(error.source().begin.column)});
        return std::nullopt;
    }
}

} // namespace huiyin

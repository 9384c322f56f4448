// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/deduction.h>
#include <rules/figure.h>
#include <rules/moneyinput.h>
#include <rules/tomlshape.h>

#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kMostFen = 900'000'000'000'000; // keeps sums of many rows in 64 bits
constexpr double kMostNumber = 1e11;

QString shown(const QJsonValue &value)
{
    if (value.isString()) {
        return value.toString().left(60);
    }
    const QByteArray text =
        QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).mid(1).chopped(1);
    return QString::fromUtf8(text).left(60);
}

std::optional<qint64> wholeOf(const QJsonValue &value)
{
    const double number = value.toDouble();
    if (!value.isDouble() || std::floor(number) != number || std::abs(number) > 9e15) {
        return std::nullopt;
    }
    return value.toInteger();
}

} // namespace

std::optional<qint64> scaledOfJson(const QJsonValue &value)
{
    double number = value.toDouble();
    if (value.isString()) {
        bool isNumber = false;
        number = value.toString().trimmed().toDouble(&isNumber);
        if (!isNumber) {
            return std::nullopt;
        }
    } else if (!value.isDouble()) {
        return std::nullopt;
    }
    if (!(number >= 0 && number <= kMostNumber)) {
        return std::nullopt;
    }
    const double scaled = number * static_cast<double>(Figure::kScale);
    const double rounded = std::round(scaled);
    if (std::abs(scaled - rounded) > 1e-6 * std::max(1.0, std::abs(scaled) * 1e-9)) {
        return std::nullopt;
    }
    return static_cast<qint64>(rounded);
}

bool ObjectInput::has(const QString &key) const
{
    const QJsonValue value = m_object.value(key);
    return !value.isUndefined() && !value.isNull();
}

QString ObjectInput::placeOf(const QString &key) const
{
    return m_path.isEmpty() ? key : m_path + u'.' + key;
}

void ObjectInput::refuse(const QString &code, const QString &key, Args args)
{
    args.insert(u"key"_s, placeOf(key));
    if (!args.contains(u"value"_s)) {
        args.insert(u"value"_s, shown(m_object.value(key)));
    }
    m_findings.append({code, Severity::Refusal, placeOf(key), args});
}

QJsonValue ObjectInput::value(const QString &key)
{
    m_asked.append(key);
    return has(key) ? m_object.value(key) : QJsonValue(QJsonValue::Undefined);
}

std::optional<qint64> ObjectInput::fen(const QString &key)
{
    const QJsonValue given = value(key);
    if (given.isUndefined()) {
        return std::nullopt;
    }
    const auto number = wholeOf(given);
    if (!number || *number < 0 || *number > kMostFen) {
        refuse(u"money.input.fen"_s, key);
        return std::nullopt;
    }
    return number;
}

std::optional<qint64> ObjectInput::whole(const QString &key, qint64 least, qint64 most)
{
    const QJsonValue given = value(key);
    if (given.isUndefined()) {
        return std::nullopt;
    }
    const auto number = wholeOf(given);
    if (!number || *number < least || *number > most) {
        refuse(u"money.input.whole"_s,
               key,
               {{u"least"_s, QString::number(least)}, {u"most"_s, QString::number(most)}});
        return std::nullopt;
    }
    return number;
}

std::optional<qint64> ObjectInput::scaled(const QString &key)
{
    const QJsonValue given = value(key);
    if (given.isUndefined()) {
        return std::nullopt;
    }
    const auto number = scaledOfJson(given);
    if (!number) {
        refuse(u"money.input.number"_s, key);
    }
    return number;
}

QString ObjectInput::text(const QString &key)
{
    const QJsonValue given = value(key);
    if (!given.isUndefined() && !given.isString()) {
        refuse(u"money.input.text"_s, key);
    }
    return given.toString().trimmed();
}

QString ObjectInput::month(const QString &key)
{
    const QString given = text(key);
    if (!given.isEmpty() && !isMonth(given)) {
        refuse(u"money.input.month"_s, key);
        return {};
    }
    return given;
}

QStringList ObjectInput::texts(const QString &key)
{
    const QJsonValue given = value(key);
    if (given.isUndefined()) {
        return {};
    }
    const QJsonArray items = given.isString() ? QJsonArray{given} : given.toArray();
    const bool fits = (given.isString() || given.isArray()) &&
                      std::all_of(items.cbegin(), items.cend(), [](const QJsonValue &item) {
                          return item.isString();
                      });
    if (!fits) {
        refuse(u"money.input.texts"_s, key);
        return {};
    }
    QStringList list;
    for (const auto &item : items) {
        list.append(item.toString());
    }
    return list;
}

std::optional<bool> ObjectInput::flag(const QString &key)
{
    const QJsonValue given = value(key);
    if (given.isUndefined()) {
        return std::nullopt;
    }
    if (!given.isBool()) {
        refuse(u"money.input.flag"_s, key);
        return std::nullopt;
    }
    return given.toBool();
}

QJsonArray ObjectInput::objects(const QString &key)
{
    const QJsonValue given = value(key);
    if (given.isUndefined()) {
        return {};
    }
    const QJsonArray items = given.toArray();
    const bool fits =
        given.isArray() && std::all_of(items.cbegin(), items.cend(), [](const QJsonValue &item) {
            return item.isObject();
        });
    if (!fits) {
        refuse(u"money.input.objects"_s, key);
        return {};
    }
    return items;
}

QJsonObject ObjectInput::object(const QString &key)
{
    const QJsonValue given = value(key);
    if (!given.isUndefined() && !given.isObject()) {
        refuse(u"money.input.object"_s, key);
    }
    return given.toObject();
}

QStringList ObjectInput::untouched() const
{
    QStringList keys = m_object.keys();
    keys.removeIf([&](const QString &key) { return m_asked.contains(key); });
    return keys;
}

void ObjectInput::finish(const QStringList &known)
{
    for (const QString &key : untouched()) {
        m_findings.append(
            {u"money.input.unknown"_s,
             Severity::Refusal,
             placeOf(key),
             {{u"key"_s, placeOf(key)}, {u"known"_s, nearestWords(key, m_asked + known)}}});
    }
}

} // namespace huiyin

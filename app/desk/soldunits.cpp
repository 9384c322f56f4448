// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/deskstate.h>
#include <desk/registerfile.h>
#include <desk/soldunits.h>
#include <rules/fieldinput.h>

#include <QDate>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <array>
#include <tuple>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kMost = 1'000'000'000'000; ///< units of a month; more is a slip of the finger

/// `yyyy-MM` of what a person or a spreadsheet writes: 2026-03, 2026/3, 2026年3月, 202603.
QString monthOf(const QString &text)
{
    QString digits = text.normalized(QString::NormalizationForm_KC).simplified();
    digits.replace(u'年', u'-').remove(u'月').replace(u'/', u'-').replace(u'.', u'-');
    if (digits.size() == 6 && !digits.contains(u'-')) {
        digits.insert(4, u'-');
    }
    const QDate day = QDate::fromString(digits.section(u'-', 0, 1), u"yyyy-M"_s);
    return day.isValid() && digits.count(u'-') <= 2 ? day.toString(u"yyyy-MM"_s) : QString();
}

/// A whole number of units, with or without separators of thousands.
std::optional<qint64> quantityOf(const QString &text)
{
    QString digits = text.normalized(QString::NormalizationForm_KC).simplified();
    digits.remove(u',').remove(u' ');
    bool whole = false;
    const qint64 number = digits.toLongLong(&whole);
    return whole && number >= 0 && number <= kMost ? std::optional(number) : std::nullopt;
}

QString settingOf(const QString &month, const QString &office)
{
    return QLatin1StringView(kSoldUnits) + month + u'/' + office;
}

/// Adds what one setting holds: {product: {"n", "by", "byName", "at"}}.
void addEntries(QVector<SoldEntry> &entries, const QString &place, const QString &json)
{
    const QJsonObject products = QJsonDocument::fromJson(json.toUtf8()).object();
    for (auto it = products.constBegin(); it != products.constEnd(); ++it) {
        const QJsonObject one = it->toObject();
        entries.append({.month = place.section(u'/', 0, 0),
                        .product = it.key(),
                        .office = place.section(u'/', 1),
                        .quantity = one.value("n"_L1).toInteger(),
                        .by = one.value("by"_L1).toString(),
                        .byName = one.value("byName"_L1).toString(),
                        .at = Instant::fromUtcMs(one.value("at"_L1).toInteger())});
    }
}

/// The arguments of a finding about a line: where it stands in the file, if it comes from one.
Args argsOf(const SoldLine &line, const QString &value)
{
    const bool filed = line.line > 0;
    return {{u"value"_s, value},
            {u"place"_s, filed ? u"第 %1 行："_s.arg(line.line) : QString()},
            {u"placeEn"_s, filed ? u"line %1: "_s.arg(line.line) : QString()}};
}

/// What one line is refused for.
std::optional<Finding> faultOf(const SoldLine &line, const Desk &desk)
{
    const auto refused = [&](const QString &code, const QString &value) {
        return Finding{code, Severity::Refusal, {}, argsOf(line, value)};
    };
    const QString month = monthOf(line.month);
    if (month.isEmpty()) {
        return refused(u"sold.month"_s, line.month.trimmed());
    }
    if (month > desk.now().localDay().toString().left(7)) {
        return refused(u"sold.ahead"_s, month);
    }
    if (normalizedText(line.product, true).isEmpty()) {
        return refused(u"sold.product"_s, month);
    }
    if (!line.quantity.trimmed().isEmpty() && !quantityOf(line.quantity)) {
        return refused(u"sold.quantity"_s, line.quantity.trimmed());
    }
    return std::nullopt;
}

/// Which column holds what, by the words of a head.
/// Spreadsheets hold a month as its first day.
QString monthCell(const QString &cell)
{
    return QDate::fromString(cell, Qt::ISODate).day() == 1 ? cell.left(7) : cell;
}

struct SoldColumns
{
    qsizetype month = -1, product = -1, quantity = -1;
};

SoldColumns columnsOf(const QStringList &head)
{
    static const std::array kMonths{u"月份"_s, u"月"_s, u"所属月份"_s, u"month"_s};
    static const std::array kProducts{u"商品"_s,
                                      u"产品"_s,
                                      u"商品名称"_s,
                                      u"产品名称"_s,
                                      u"商品／型号"_s,
                                      u"商品/型号"_s,
                                      u"型号"_s,
                                      u"product"_s,
                                      u"productname"_s};
    static const std::array kQuantities{u"销量"_s,
                                        u"销售量"_s,
                                        u"销售数量"_s,
                                        u"数量"_s,
                                        u"sold"_s,
                                        u"soldquantity"_s,
                                        u"quantity"_s};
    const auto isOne = [](const auto &names, const QString &word) {
        return std::find(names.begin(), names.end(), word) != names.end();
    };
    SoldColumns columns;
    for (qsizetype i = 0; i < head.size(); ++i) {
        const QString word = head.at(i).simplified().toLower();
        if (isOne(kMonths, word)) {
            columns.month = i;
        } else if (isOne(kProducts, word)) {
            columns.product = i;
        } else if (isOne(kQuantities, word)) {
            columns.quantity = i;
        }
    }
    return columns;
}

} // namespace

Result<QVector<SoldEntry>> soldEntries(const CaseReader &reader, const QString &month)
{
    const auto settings = reader.config();
    if (!settings) {
        return settings.error();
    }
    QVector<SoldEntry> entries;
    const QString prefix = QLatin1StringView(kSoldUnits) + month;
    for (auto it = settings->lowerBound(prefix);
         it != settings->cend() && it.key().startsWith(prefix);
         ++it) {
        addEntries(entries, it.key().mid(QLatin1StringView(kSoldUnits).size()), it.value());
    }
    std::stable_sort(entries.begin(), entries.end(), [](const SoldEntry &a, const SoldEntry &b) {
        return std::tie(a.month, a.product) < std::tie(b.month, b.product);
    });
    return entries;
}

Result<SoldUnits> soldUnits(const CaseReader &reader)
{
    const auto entries = soldEntries(reader);
    if (!entries) {
        return entries.error();
    }
    SoldUnits units;
    for (const SoldEntry &one : *entries) {
        units[one.month][one.product] += one.quantity;
    }
    return units;
}

SoldUnits soldBetween(SoldUnits units, const QString &first, const QString &last)
{
    units.removeIf([&](const std::pair<const QString &, QMap<QString, qint64> &> &entry) {
        return entry.first < first || entry.first > last;
    });
    return units;
}

Result<Outcome> enterSold(Desk &desk, const QVector<SoldLine> &lines)
{
    if (const auto known = askRoster(desk); !known) {
        return known.error();
    }
    Outcome outcome;
    const auto settings = desk.reader().config();
    if (!settings) {
        return settings.error();
    }
    QMap<QString, QJsonObject> months; // setting → what it will hold
    QSet<std::pair<QString, QString>> seen;
    bool changed = false;
    for (const SoldLine &line : lines) {
        if (const auto fault = faultOf(line, desk)) {
            outcome.findings.append(*fault);
            continue;
        }
        const QString month = monthOf(line.month);
        const QString product = normalizedText(line.product, true);
        if (seen.contains({month, product})) {
            outcome.findings.append(
                {u"sold.twice"_s, Severity::Refusal, {}, argsOf(line, product + u' ' + month)});
            continue;
        }
        seen.insert({month, product});
        const QString setting = settingOf(month, desk.officeCode());
        if (!months.contains(setting)) {
            months.insert(setting,
                          QJsonDocument::fromJson(settings->value(setting).toUtf8()).object());
        }
        QJsonObject &products = months[setting];
        const auto quantity = quantityOf(line.quantity);
        const QJsonValue before = products.value(product).toObject().value("n"_L1);
        if (quantity ? before == QJsonValue(*quantity) : before.isUndefined()) {
            continue;
        }
        changed = true;
        if (quantity) {
            products.insert(product,
                            QJsonObject{{u"n"_s, *quantity},
                                        {u"by"_s, desk.actor().id},
                                        {u"byName"_s, desk.actor().name},
                                        {u"at"_s, desk.now().utcMs()}});
        } else {
            products.remove(product);
        }
    }
    if (lines.isEmpty()) {
        outcome.findings.append({u"sold.empty"_s, Severity::Refusal});
    } else if (!refuses(outcome.findings) && !changed) {
        outcome.findings.append({u"sold.same"_s, Severity::Warning});
    }
    if (refuses(outcome.findings) || !changed) {
        return outcome;
    }
    QVector<NewEvent> events;
    for (auto it = months.cbegin(); it != months.cend(); ++it) {
        const auto value = QString::fromUtf8(QJsonDocument(*it).toJson(QJsonDocument::Compact));
        if (value != settings->value(it.key(), u"{}"_s)) {
            events.append({QLatin1StringView(event::kConfigPublished),
                           std::nullopt,
                           QJsonObject{{u"name"_s, it.key()}, {u"value"_s, value}}});
        }
    }
    const auto recorded = desk.log().append({desk.actor().id, desk.now(), events, {}}, {});
    if (!recorded) {
        return recorded.error();
    }
    desk.reread();
    return outcome;
}

Result<QVector<SoldLine>>
readSold(const QByteArray &bytes, const QString &path, const QString &month)
{
    auto opened = openRegister(bytes, {.path = path});
    if (!opened) {
        return opened.error();
    }
    RegisterReader &reader = opened->records;
    SoldColumns columns;
    QVector<SoldLine> lines;
    bool headed = false;
    while (const auto record = reader.next()) {
        const QStringList &cells = record->cells;
        if (std::all_of(cells.cbegin(), cells.cend(), [](const QString &cell) {
                return cell.trimmed().isEmpty();
            })) {
            continue;
        }
        if (!headed) {
            columns = columnsOf(cells);
            headed = true;
            if (columns.product < 0 || columns.quantity < 0 ||
                (columns.month < 0 && month.isEmpty())) {
                return Error{u"sold.columns"_s,
                             {{u"path"_s, path},
                              {u"line"_s, QString::number(record->line)},
                              {u"head"_s, cells.join(u'、')}}};
            }
            continue;
        }
        // Spreadsheets close a table with a sum, which is no product; an empty figure is not known
        // yet, and takes back none that is.
        const QString product = cells.value(columns.product).trimmed();
        if (cells.value(columns.quantity).trimmed().isEmpty() || product == u"合计" ||
            product.compare(u"total"_s, Qt::CaseInsensitive) == 0) {
            continue;
        }
        lines.append({.month = columns.month < 0 ? month : monthCell(cells.value(columns.month)),
                      .product = product,
                      .quantity = cells.value(columns.quantity),
                      .line = record->line});
    }
    if (lines.isEmpty()) {
        return Error{u"sold.none"_s, {{u"path"_s, path}}};
    }
    return lines;
}

} // namespace huiyin

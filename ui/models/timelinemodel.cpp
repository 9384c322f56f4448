// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/sheetwords.h>
#include <models/deadlinestate.h>
#include <models/timelinemodel.h>
#include <rules/fieldinput.h>
#include <rules/figure.h>
#include <rules/stepwords.h>

#include <QJsonArray>

#include <algorithm>

namespace huiyin {

TimelineModel::TimelineModel(UiGround ground, QObject *parent)
    : QAbstractListModel(parent)
    , m_ground(std::move(ground))
{
}

void TimelineModel::setCase(const CaseFile &caseFile, const Desk &desk)
{
    beginResetModel();
    m_steps = caseFile.steps;
    std::reverse(m_steps.begin(), m_steps.end());
    m_names.clear();
    const auto people = desk.people();
    for (const Person &person : people) {
        m_names.insert(person.id, person.name);
    }
    m_own = desk.regulationOf(caseFile);
    m_packs = desk.regulations();
    m_words = ownFieldWords(desk, m_ground.language == Language::Chinese, &caseFile);
    endResetModel();
}

void TimelineModel::clear()
{
    beginResetModel();
    m_steps.clear();
    endResetModel();
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

QString TimelineModel::what(const Step &step) const
{
    QString text = stepWord(step.action, m_own, m_packs, m_ground.language == Language::Chinese);
    if (step.to && step.from != step.to && step.action != QLatin1String("record")) {
        text += QStringLiteral(" → ") +
                stageLabel(m_ground, *step.to, packText({m_own.id, m_own.version}, {}));
    }
    return text;
}

/// An entry of a list – a part, a penalty, an item of compensation – in a few words.
static QString entryWords(const QJsonObject &entry)
{
    QStringList words;
    for (const auto *key : {"dept", "name", "label", "task", "result"}) {
        words.append(entry.value(QLatin1StringView(key)).toString());
    }
    if (const auto fen = entry.value(QLatin1String("amountFen")); fen.isDouble()) {
        words.append(yuanText(fen.toInteger()));
    }
    words.removeAll(QString());
    return words.join(u' ');
}

static QString
shown(const UiGround &ground, const QString &field, const QJsonValue &value, Instant now)
{
    if (value.isArray()) {
        QStringList words;
        for (const QJsonValue &item : value.toArray()) {
            if (item.isString()) {
                words.append(choiceLabel(ground, field, item.toString()));
            } else {
                words.append(entryWords(item.toObject()));
            }
        }
        return words.join(listSeparator(ground));
    }
    if (value.isObject()) {
        return signatureName(value.toObject(), ground.language == Language::Chinese);
    }
    const FieldDef *def = ground.library->catalogue.field(field);
    if (def && def->type == FieldType::DateTime && value.isDouble()) {
        return DeadlineState::momentText(Instant::fromUtcMs(value.toInteger()), now);
    }
    if (def && def->type == FieldType::Money && value.isDouble()) {
        return QString::number(double(value.toInteger()) / 100, 'f', 2);
    }
    if (value.isBool()) {
        return value.toBool() ? QStringLiteral("☑") : QStringLiteral("☐");
    }
    return value.isDouble() ? QString::number(value.toInteger())
                            : choiceLabel(ground, field, value.toString());
}

/// `trd/1+maj/1 → tob/1` in the names of the packs.
QString TimelineModel::packNames(const QString &text) const
{
    QStringList sides;
    for (const QString &side : text.split(QStringLiteral(" → "))) {
        QStringList names;
        for (const QString &one : side.split(u'+')) {
            const auto id = one.section(u'/', 0, 0);
            const auto pack = std::find_if(
                m_packs.cbegin(), m_packs.cend(), [&](const auto &each) { return each.id == id; });
            const bool chinese = m_ground.language == Language::Chinese;
            names.append(tr("%1, version %2")
                             .arg(pack == m_packs.cend() ? id
                                  : chinese              ? pack->zh
                                                         : pack->en,
                                  one.section(u'/', 1)));
        }
        sides.append(names.join(listSeparator(m_ground)));
    }
    return sides.join(QStringLiteral(" → "));
}

QString TimelineModel::detail(const Step &step) const
{
    const Instant now = m_ground.clock();
    QStringList lines;
    if (!step.text.isEmpty()) {
        lines.append(step.action == QLatin1String("moveRegulation") ? packNames(step.text)
                                                                    : step.text);
    }
    if (step.action != QLatin1String("record")) {
        for (auto it = step.fields.constBegin(); it != step.fields.constEnd(); ++it) {
            const QString after = shown(m_ground, it.key(), it.value(), now);
            const QString label = m_words.value(it.key(), fieldLabel(m_ground, it.key()));
            if (step.before.contains(it.key())) {
                lines.append(tr("%1: %2 → %3")
                                 .arg(label,
                                      shown(m_ground, it.key(), step.before.value(it.key()), now),
                                      after));
            } else if (it.value().isNull()) {
                lines.append(tr("%1: taken back").arg(label));
            } else {
                lines.append(tr("%1: %2").arg(label, after));
            }
        }
    }
    if (!step.reason.isEmpty()) {
        lines.append(tr("Reason: %1").arg(step.reason));
    }
    if (step.struck) {
        lines.append(tr("Struck out: %1").arg(step.struckReason));
    }
    return lines.join(u'\n');
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Step &step = m_steps[index.row()];
    const QString when = DeadlineState::momentText(step.at, m_ground.clock());
    const QString who = m_names.value(step.actor, step.actor);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        const QString text = tr("%1  %2  %3", "when, who, what").arg(when, who, what(step));
        const QString more = detail(step);
        return role == Qt::DisplayRole || more.isEmpty() ? text : text + u'\n' + more;
    }
    case WhenRole:
        return when;
    case WhoRole:
        return who;
    case WhatRole:
        return what(step);
    case DetailRole:
        return detail(step);
    case StruckRole:
        return step.struck;
    case LateRole:
        return step.recordedAt - step.at > 60000;
    case ActionRole:
        return step.action;
    case SystemRole:
        return step.action.isEmpty();
    default:
        return {};
    }
}

} // namespace huiyin

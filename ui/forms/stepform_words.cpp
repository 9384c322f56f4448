// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What was typed into the form of a step, and what is said about it.

#include <forms/adviceblock.h>
#include <forms/findingbar.h>
#include <forms/memorow.h>
#include <forms/papergrid.h>
#include <forms/stepform.h>
#include <forms/textcell.h>

#include <QLineEdit>

#include <algorithm>

namespace huiyin {

QJsonObject StepForm::input() const
{
    QJsonObject input;
    if (m_grid) {
        const ComplaintDraft draft = m_grid->draft();
        for (auto it = draft.fields.constBegin(); it != draft.fields.constEnd(); ++it) {
            // What the step demands is always told; of the rest only what changed.
            if (m_offer.needs.contains(it.key()) || m_before.value(it.key()) != it.value()) {
                input.insert(it.key(), it.value());
            }
        }
        for (auto it = draft.raw.constBegin(); it != draft.raw.constEnd(); ++it) {
            input.insert(it.key(), it.value());
        }
        for (const QString &field : m_grid->fieldOrder()) {
            const QJsonValue before = m_before.value(field);
            if (!before.isUndefined() && !before.isNull() && m_grid->cell(field)->isBlank()) {
                input.insert(field, QJsonValue::Null);
            }
        }
    }
    for (auto it = m_adopted.constBegin(); it != m_adopted.constEnd(); ++it) {
        input.insert(it.key(), it.value());
    }
    if (m_result && !m_result->isBlank()) {
        input.insert(QStringLiteral("partResult"), m_result->cell()->value());
        if (const QString dept = m_dept->text().trimmed(); !dept.isEmpty()) {
            input.insert(QLatin1StringView(part::kDept), dept);
        }
    }
    if (m_reason && !m_reason->isBlank()) {
        input.insert(QStringLiteral("reason"), m_reason->cell()->value());
    }
    return input;
}

ComplaintDraft StepForm::typed() const
{
    ComplaintDraft typed;
    if (m_grid) {
        const ComplaintDraft now = m_grid->draft();
        typed.raw = now.raw;
        for (const QString &field : m_grid->fieldOrder()) {
            const QJsonValue before = m_before.value(field);
            const bool was = !before.isUndefined() && !before.isNull();
            if (m_grid->cell(field)->isBlank()) {
                if (was) {
                    typed.fields.insert(field, QJsonValue::Null);
                }
            } else if (now.fields.contains(field) && now.fields.value(field) != before) {
                typed.fields.insert(field, now.fields.value(field));
            }
        }
    }
    for (auto it = m_adopted.constBegin(); it != m_adopted.constEnd(); ++it) {
        typed.fields.insert(it.key(), it.value());
    }
    if (m_result && !m_result->isBlank()) {
        typed.fields.insert(QStringLiteral("partResult"), m_result->cell()->value());
        typed.fields.insert(QLatin1StringView(part::kDept), m_dept->text().trimmed());
    }
    if (m_reason && !m_reason->isBlank()) {
        typed.fields.insert(QStringLiteral("reason"), m_reason->cell()->value());
    }
    return typed;
}

void StepForm::resume(const ComplaintDraft &typed)
{
    if (m_grid) {
        ComplaintDraft draft = m_grid->draft();
        for (const QString &field : m_grid->fieldOrder()) {
            const QJsonValue value = typed.fields.value(field);
            if (value.isNull()) {
                draft.fields.remove(field);
            } else if (!value.isUndefined()) {
                draft.fields.insert(field, value);
            }
        }
        draft.raw = typed.raw;
        m_grid->setDraft(draft);
    }
    m_adopted = {};
    for (const AdviceBlock *block : std::as_const(m_advice)) {
        const QJsonObject &proposes = block->advice().proposes;
        for (auto it = proposes.constBegin(); it != proposes.constEnd(); ++it) {
            const bool here = m_grid && m_grid->cell(it.key());
            if (!here && typed.fields.contains(it.key())) {
                m_adopted.insert(it.key(), typed.fields.value(it.key()));
            }
        }
    }
    if (m_result) {
        m_result->cell()->setValue(typed.fields.value(QStringLiteral("partResult")), {});
        const QString dept = typed.fields.value(QLatin1StringView(part::kDept)).toString();
        if (!dept.isEmpty()) {
            m_dept->setText(dept);
        }
    }
    if (m_reason) {
        m_reason->cell()->setValue(typed.fields.value(QStringLiteral("reason")), {});
    }
    showAdopted();
}

void StepForm::showFindings(const Findings &findings)
{
    MemoRow *first = nullptr;
    for (MemoRow *row : {m_result, m_reason}) {
        if (row) {
            row->say({}, Severity::Hint);
        }
    }
    Findings others;
    for (const Finding &finding : findings) {
        if (MemoRow *row = rowOf(finding)) {
            row->say(m_house.ground.library->texts.sentence(finding, m_house.ground.language),
                     finding.severity);
            first = first ? first : row;
        } else {
            others.append(finding);
        }
    }
    const Findings rest = m_grid ? m_grid->showFindings(others) : others;
    m_bar->setFindings(rest, m_house.ground.library->texts, m_house.ground.language);
    m_bar->setVisible(!rest.isEmpty());
    if (const QString field = m_grid ? m_grid->firstFindingField() : QString(); !field.isEmpty()) {
        m_grid->focusField(field);
    } else if (first) {
        first->setFocus();
    }
}

void StepForm::showError(const Error &error)
{
    m_bar->setError(m_house.ground.library->texts.sentence(error, m_house.ground.language));
    m_bar->setVisible(true);
}

} // namespace huiyin

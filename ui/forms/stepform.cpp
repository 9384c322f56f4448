// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/findingbar.h>
#include <forms/papergrid.h>
#include <forms/stepform.h>
#include <forms/textcell.h>
#include <forms/theme.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace huiyin {

StepForm::StepForm(FormHouse house, const CaseFile &caseFile, StepOffer offer, QWidget *parent)
    : QWidget(parent)
    , m_house(std::move(house))
    , m_offer(std::move(offer))
    , m_before(caseFile.fields())
{
    const bool chinese = m_house.ground.language == Language::Chinese;
    const int unit = spacingUnit(font());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(unit * 2, unit * 2, unit * 2, unit * 2);
    column->setSpacing(unit * 2);
    auto *title = new QLabel(chinese ? m_offer.zh : m_offer.en, this);
    QFont bold = font();
    bold.setBold(true);
    bold.setPointSizeF(font().pointSizeF() * 1.15);
    title->setFont(bold);
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    if (!m_offer.rules.isEmpty()) {
        auto *rules = new QLabel(m_offer.rules.join(QStringLiteral("、")), this);
        QPalette palette = rules->palette();
        palette.setColor(QPalette::WindowText, Theme::current().color(Theme::Role::Secondary));
        rules->setPalette(palette);
        head->addWidget(rules);
    }
    column->addLayout(head);

    QStringList fields = m_offer.needs;
    for (const QString &field : m_offer.offers) {
        if (!fields.contains(field)) {
            fields.append(field);
        }
    }
    if (!fields.isEmpty()) {
        m_grid = new PaperGrid(m_house, fields, m_offer.needs, this);
        ComplaintDraft draft;
        for (const QString &field : fields) {
            const QJsonValue value = caseFile.value(field);
            if (!value.isUndefined() && !value.isNull()) {
                draft.fields.insert(field, value);
            }
        }
        m_grid->setDraft(draft);
        auto *scroll = new QScrollArea(this);
        scroll->setWidgetResizable(true);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setWidget(m_grid);
        column->addWidget(scroll, 1);
        connect(m_grid, &PaperGrid::focusedField, this, [this, scroll](const QString &field) {
            if (Cell *cell = m_grid->cell(field)) {
                scroll->ensureWidgetVisible(cell->editor());
            }
        });
    }
    if (m_offer.reason) {
        FieldDef reason{QStringLiteral("reason"),
                        QStringLiteral("理由"),
                        QStringLiteral("Reason"),
                        FieldType::Memo,
                        500,
                        {},
                        Privacy::Public,
                        false,
                        {}};
        auto *label = new QLabel(tr("Reason"), this);
        m_reason = new MemoCell(reason, m_house, 2, this);
        m_reason->setFrameShape(QFrame::StyledPanel);
        m_reason->setObjectName(QStringLiteral("reason"));
        m_reason->setAccessibleName(tr("Reason"));
        m_reason->setMaximumHeight(m_reason->heightFor(400) + unit);
        label->setBuddy(m_reason);
        column->addWidget(label);
        column->addWidget(m_reason);
    }
    m_bar = new FindingBar(this);
    m_bar->setVisible(false);
    column->addWidget(m_bar);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    m_commit = new QPushButton(tr("%1 F8").arg(chinese ? m_offer.zh : m_offer.en), this);
    m_commit->setDefault(true);
    m_commit->setEnabled(m_offer.allowed);
    buttons->addWidget(cancel);
    buttons->addWidget(m_commit);
    column->addLayout(buttons);
    if (!m_offer.allowed) {
        showFindings(m_offer.obstacles);
    }

    connect(cancel, &QPushButton::clicked, this, &StepForm::cancelled);
    connect(m_commit, &QPushButton::clicked, this, &StepForm::submit);
    if (m_grid) {
        connect(m_grid, &PaperGrid::edited, this, &StepForm::edited);
        connect(m_bar, &FindingBar::fieldActivated, m_grid, &PaperGrid::focusField);
        connect(m_grid, &PaperGrid::fastPathEnded, this, [this] {
            if (m_reason && m_reason->isBlank()) {
                m_reason->setFocus();
            } else {
                m_commit->setFocus();
            }
        });
        if (!fields.isEmpty()) {
            setFocusProxy(m_grid->cell(fields.first()) ? m_grid->cell(fields.first())->editor()
                                                       : nullptr);
        }
    } else if (m_reason) {
        setFocusProxy(m_reason);
    } else {
        setFocusProxy(m_commit);
    }
    if (m_reason) {
        m_reason->walked = [this](Walk) { m_commit->setFocus(); };
        m_reason->edited = [this] { emit edited(); };
    }
}

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
    if (m_reason && !m_reason->isBlank()) {
        input.insert(QStringLiteral("reason"), m_reason->value());
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
    if (m_reason && !m_reason->isBlank()) {
        typed.fields.insert(QStringLiteral("reason"), m_reason->value());
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
    if (m_reason) {
        m_reason->setValue(typed.fields.value(QStringLiteral("reason")), {});
    }
}

void StepForm::showFindings(const Findings &findings)
{
    const Findings rest = m_grid ? m_grid->showFindings(findings) : findings;
    m_bar->setFindings(rest, m_house.ground.library->texts, m_house.ground.language);
    m_bar->setVisible(!rest.isEmpty());
    if (!m_grid) {
        return;
    }
    if (const QString first = m_grid->firstFindingField(); !first.isEmpty()) {
        m_grid->focusField(first);
    }
}

void StepForm::showError(const Error &error)
{
    m_bar->setError(m_house.ground.library->texts.sentence(error, m_house.ground.language));
    m_bar->setVisible(true);
}

void StepForm::submit()
{
    if (m_commit->isEnabled()) {
        emit submitted(m_offer.action, input());
    }
}

void StepForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F8 ||
        (event->key() == Qt::Key_Return && event->modifiers() == Qt::ControlModifier)) {
        submit();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace huiyin

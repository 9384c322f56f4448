// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/adviceblock.h>
#include <forms/findingbar.h>
#include <forms/papergrid.h>
#include <forms/quietlabel.h>
#include <forms/quietscroll.h>
#include <forms/stepform.h>
#include <forms/stephead.h>
#include <forms/textcell.h>
#include <forms/theme.h>
#include <forms/wraprow.h>
#include <rules/spent.h>

#include <QHash>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace huiyin {

namespace {

constexpr int kLeastHeight = 32; ///< of the fields, in spacing units

} // namespace

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
    // Everything but reason and buttons scrolls as one: advice never presses the fields out of
    // sight, and the buttons stay where they are.
    auto *inside = new QWidget(this);
    auto *content = new QVBoxLayout(inside);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(unit * 2);
    auto *scroll = quietScroll(inside, this);
    scroll->setMinimumHeight(unit * kLeastHeight);
    column->addWidget(scroll, 1);
    content->addWidget(new StepHead(m_house, m_offer, inside));
    addAdvice(*content);

    // What is asked for, of several things one, comes before what may be told besides.
    QStringList fields = m_offer.needs;
    if (const MoveRule *move = m_house.regulation.move(m_offer.action)) {
        for (const QString &spent : spentFields(caseFile, *move)) {
            m_before.remove(spent); // an earlier round's words are nobody's default
        }
        for (const OneOfRule &group : move->oneOf) {
            for (const QString &field : group.fields) {
                if (m_offer.offers.contains(field) && !fields.contains(field)) {
                    fields.append(field);
                }
            }
        }
    }
    for (const QString &field : m_offer.offers) {
        if (!fields.contains(field)) {
            fields.append(field);
        }
    }
    if (!fields.isEmpty()) {
        m_grid = new PaperGrid(m_house, fields, m_offer.needs, this);
        ComplaintDraft draft;
        for (const QString &field : fields) {
            const QJsonValue value = m_before.value(field);
            if (!value.isUndefined() && !value.isNull()) {
                draft.fields.insert(field, value);
            }
        }
        m_grid->setDraft(draft);
        content->addWidget(m_grid, 1);
        connect(m_grid, &PaperGrid::focusedField, this, [this, scroll](const QString &field) {
            if (Cell *cell = m_grid->cell(field)) {
                scroll->ensureWidgetVisible(cell->editor());
            }
        });
    }
    addAnswer(*content, caseFile);
    if (!m_grid) {
        content->addStretch(1);
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
    auto *buttons = new WrapRow; // the name of a step may take the whole line
    buttons->setSpacing(unit * 2);
    buttons->addStretch();
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(cancel->text());
    m_commit = new QPushButton(tr("%1 F8").arg(chinese ? m_offer.zh : m_offer.en), this);
    m_commit->setAccessibleName(m_commit->text());
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
        connect(m_grid, &PaperGrid::edited, this, &StepForm::showAdopted);
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
    } else if (m_result) {
        setFocusProxy(m_result);
    } else if (m_reason) {
        setFocusProxy(m_reason);
    } else {
        setFocusProxy(m_commit);
    }
    if (m_reason) {
        m_reason->walked = [this](Walk) { m_commit->setFocus(); };
        m_reason->edited = [this] { emit edited(); };
    }
    showAdopted();
}

void StepForm::addAdvice(QVBoxLayout &column)
{
    for (const AdviceShown &advice : std::as_const(m_offer.advice)) {
        auto *block = new AdviceBlock(m_house, advice, this);
        connect(block, &AdviceBlock::adopted, this, &StepForm::adopt);
        m_advice.append(block);
        column.addWidget(block);
    }
}

void StepForm::adopt(const QJsonObject &values)
{
    for (auto it = values.constBegin(); it != values.constEnd(); ++it) {
        if (m_grid && m_grid->cell(it.key())) {
            m_grid->setFieldValue(it.key(), it.value());
        } else {
            m_adopted.insert(it.key(), it.value());
        }
    }
    showAdopted();
    emit edited();
}

void StepForm::showAdopted()
{
    QJsonObject values = m_before;
    const QJsonObject now = input();
    for (auto it = now.constBegin(); it != now.constEnd(); ++it) {
        values.insert(it.key(), it.value());
    }
    for (AdviceBlock *block : std::as_const(m_advice)) {
        block->showValues(values);
    }
}

void StepForm::addAnswer(QVBoxLayout &column, const CaseFile &caseFile)
{
    const MoveRule *move = m_house.regulation.move(m_offer.action);
    if (move == nullptr || move->answers.isEmpty()) {
        return;
    }
    QStringList open;
    QHash<QString, QString> tasks;
    for (const auto &item : caseFile.value(move->answers).toArray()) {
        const QJsonObject entry = item.toObject();
        const QString dept = entry.value(QLatin1StringView(part::kDept)).toString();
        tasks.insert(dept, entry.value(QLatin1StringView(part::kTask)).toString());
        if (entry.value(QLatin1StringView(part::kResult)).toString().isEmpty()) {
            open.append(dept);
        }
    }
    const QString own = m_house.ground.actorDepartment;
    const QString dept = tasks.contains(own) ? own : open.size() == 1 ? open.first() : QString();
    auto *label = new QLabel(tr("Department"), this);
    m_dept = new QLineEdit(dept, this);
    m_dept->setAccessibleName(tr("Department"));
    label->setBuddy(m_dept);
    column.addWidget(label);
    column.addWidget(m_dept);
    auto *task = new QuietLabel({}, this);
    task->setObjectName(QStringLiteral("task"));
    const auto showTask = [this, task, tasks] {
        const QString words = tasks.value(m_dept->text().trimmed());
        task->setText(words.isEmpty() ? QString() : tr("Task: %1").arg(words));
        task->setVisible(!words.isEmpty());
    };
    connect(m_dept, &QLineEdit::textChanged, this, showTask);
    connect(m_dept, &QLineEdit::textEdited, this, &StepForm::edited);
    showTask();
    column.addWidget(task);
    FieldDef result;
    result.id = QStringLiteral("partResult");
    result.type = FieldType::Memo;
    m_result = new MemoCell(result, m_house, 2, this);
    m_result->setFrameShape(QFrame::StyledPanel);
    m_result->setObjectName(result.id);
    m_result->setAccessibleName(tr("Result"));
    m_result->setMaximumHeight(m_result->heightFor(400) + spacingUnit(font()));
    m_result->edited = [this] { emit edited(); };
    auto *words = new QLabel(tr("Result"), this);
    words->setBuddy(m_result);
    column.addWidget(words);
    column.addWidget(m_result);
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
    for (auto it = m_adopted.constBegin(); it != m_adopted.constEnd(); ++it) {
        input.insert(it.key(), it.value());
    }
    if (m_result && !m_result->isBlank()) {
        input.insert(QStringLiteral("partResult"), m_result->value());
        if (const QString dept = m_dept->text().trimmed(); !dept.isEmpty()) {
            input.insert(QLatin1StringView(part::kDept), dept);
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
    for (auto it = m_adopted.constBegin(); it != m_adopted.constEnd(); ++it) {
        typed.fields.insert(it.key(), it.value());
    }
    if (m_result && !m_result->isBlank()) {
        typed.fields.insert(QStringLiteral("partResult"), m_result->value());
        typed.fields.insert(QLatin1StringView(part::kDept), m_dept->text().trimmed());
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
        m_result->setValue(typed.fields.value(QStringLiteral("partResult")), {});
        const QString dept = typed.fields.value(QLatin1StringView(part::kDept)).toString();
        if (!dept.isEmpty()) {
            m_dept->setText(dept);
        }
    }
    if (m_reason) {
        m_reason->setValue(typed.fields.value(QStringLiteral("reason")), {});
    }
    showAdopted();
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

// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/inlinemessage.h>
#include <forms/memorow.h>
#include <forms/quietlabel.h>
#include <forms/textcell.h>
#include <forms/theme.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace huiyin {

namespace {

constexpr int kLines = 2;
constexpr int kLeastWidth = 400; ///< px, at which the height of the cell is asked

} // namespace

MemoRow::MemoRow(const FieldDef &field,
                 const QString &words,
                 bool required,
                 const FormHouse &house,
                 QWidget *parent)
    : QWidget(parent)
    , m_cell(new MemoCell(field, house, kLines, this))
    , m_message(new InlineMessage(this))
    , m_required(required)
{
    const int unit = spacingUnit(font());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(unit);
    auto *label = new QLabel(words, this);
    label->setBuddy(m_cell);
    auto *head = new QHBoxLayout;
    head->setSpacing(unit / 2);
    head->addWidget(label);
    if (required) {
        auto *star = new QuietLabel(QStringLiteral("*"), this, Theme::Role::Error);
        star->setObjectName(QStringLiteral("required"));
        head->addWidget(star);
    }
    head->addStretch();
    m_cell->setFrameShape(QFrame::StyledPanel);
    m_cell->setObjectName(field.id);
    m_cell->setAccessibleName(words);
    m_cell->setMaximumHeight(m_cell->heightFor(kLeastWidth) + unit);
    column->addLayout(head);
    column->addWidget(m_cell);
    column->addWidget(m_message);
    setFocusProxy(m_cell);
    m_cell->edited = [this] {
        if (!m_cell->isBlank()) {
            say({}, Severity::Hint);
        }
        emit edited();
    };
}

bool MemoRow::isBlank() const { return m_cell->isBlank(); }

void MemoRow::say(const QString &sentence, Severity severity)
{
    m_message->setMessage(sentence, severity);
    m_cell->setAccessibleDescription(sentence);
    fitMessage();
}

QString MemoRow::message() const { return m_message->message(); }

void MemoRow::fitMessage() { m_message->setFixedHeight(m_message->heightFor(width())); }

void MemoRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitMessage();
}

} // namespace huiyin

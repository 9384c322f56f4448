// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/momentreader.h>
#include <forms/refusalpanel.h>
#include <forms/signcell.h>
#include <forms/theme.h>
#include <rules/fieldinput.h>

#include <QAction>
#include <QKeyEvent>

namespace huiyin {

SignCell::SignCell(FieldDef field, const FormHouse &house, QWidget *parent)
    : TextCell(std::move(field), house, parent)
    , m_refuse(addAction(Theme::icon(QStringLiteral("dots-vertical")), TrailingPosition))
{
    setPlaceholderText(tr("Space signs"));
    setToolTip(tr("Space signs now. F7: somebody will not sign."));
    m_refuse->setText(tr("Refused to sign…"));
    m_refuse->setToolTip(tr("Refused to sign…  F7"));
    connect(m_refuse, &QAction::triggered, this, &SignCell::askRefusal);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.trimmed().isEmpty()) {
            m_signed = {};
        }
    });
}

QString SignCell::stamp() const { return {}; }

QString SignCell::textOf(const QJsonValue &value) const
{
    const QString words =
        signatureName(value.toObject(), m_house.ground.language == Language::Chinese);
    const QJsonValue at = value[u"at"];
    return at.isDouble() ? words + u' ' + minuteText(Instant::fromUtcMs(at.toInteger())) : words;
}

QJsonValue SignCell::value() const
{
    const QString typed = text().trimmed();
    if (typed.isEmpty()) {
        return QJsonValue::Undefined;
    }
    if (!m_signed.isEmpty() && textOf(m_signed) == typed) {
        return m_signed;
    }
    return typedSignature(typed);
}

void SignCell::setValue(const QJsonValue &value, const QString &)
{
    const QJsonObject kept = value.toObject();
    setText(kept.isEmpty() ? QString() : textOf(kept));
    setCursorPosition(0);
    m_signed = kept;
}

void SignCell::setReadOnly(bool readOnly)
{
    TextCell::setReadOnly(readOnly);
    m_refuse->setVisible(!readOnly);
}

void SignCell::take(const QJsonObject &signature)
{
    setValue(signature, {});
    if (edited) {
        edited();
    }
}

void SignCell::askRefusal()
{
    if (m_panel == nullptr) {
        m_panel = new RefusalPanel(this);
        connect(m_panel, &RefusalPanel::taken, this, [this](const QJsonObject &refusal) {
            QJsonObject mark = refusal;
            mark.insert(QStringLiteral("at"), m_house.ground.clock().utcMs());
            take(mark);
        });
    }
    m_panel->ask(value().toObject());
}

void SignCell::keyPressEvent(QKeyEvent *event)
{
    const bool stamped = event->key() == Qt::Key_T && event->modifiers() == Qt::ControlModifier;
    const bool space = event->key() == Qt::Key_Space && text().isEmpty();
    if (!composing() && !isReadOnly() && (stamped || space)) {
        take({{QStringLiteral("name"), m_house.ground.actorName},
              {QStringLiteral("at"), m_house.ground.clock().utcMs()}});
        return;
    }
    const bool list = event->key() == Qt::Key_F7 ||
                      (event->key() == Qt::Key_Down && event->modifiers() == Qt::AltModifier);
    if (!composing() && !isReadOnly() && list) {
        askRefusal();
        return;
    }
    TextCell::keyPressEvent(event);
}

} // namespace huiyin

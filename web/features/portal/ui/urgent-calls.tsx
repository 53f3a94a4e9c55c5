export function UrgentCalls() {
  return (
    <p className="home-urgent">
      紧急情况请拨打 <a href="tel:110">110</a>、<a href="tel:119">119</a>、<a href="tel:120">120</a>；其他诉求可拨打 <a href="tel:12345">12345</a>。
    </p>
  )
}
